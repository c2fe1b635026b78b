package io.namesake.face.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many labelled pairs are decided rightly when the threshold is chosen on other pairs.
 *
 * @param mean over the folds, 0..1
 * @param deviation standard deviation over the folds (n - 1)
 */
record CrossValidation(double mean, double deviation) {
    private static final int FOLDS = 10;

    /** A similarity and the truth. */
    private record Labelled(double similarity, boolean samePerson) {}

    static CrossValidation of(List<PairScore> scores) {
        List<List<Labelled>> folds = folds(scores);
        double[] accuracies = new double[FOLDS];
        int used = 0;
        for (int held = 0; held < FOLDS; held++) {
            List<Labelled> others = new ArrayList<>();
            for (int fold = 0; fold < FOLDS; fold++) {
                if (fold != held) {
                    others.addAll(folds.get(fold));
                }
            }
            if (!folds.get(held).isEmpty()) {
                accuracies[used++] = accuracy(folds.get(held), bestThreshold(others));
            }
        }
        double mean = 0;
        for (int i = 0; i < used; i++) {
            mean += accuracies[i] / used;
        }
        double squares = 0;
        for (int i = 0; i < used; i++) {
            squares += (accuracies[i] - mean) * (accuracies[i] - mean);
        }
        return new CrossValidation(mean, used < 2 ? 0 : Math.sqrt(squares / (used - 1)));
    }

    /** Consecutive tenths of the genuine pairs and of the impostor pairs, in the order of the list. */
    private static List<List<Labelled>> folds(List<PairScore> scores) {
        List<List<Labelled>> folds = new ArrayList<>();
        for (int i = 0; i < FOLDS; i++) {
            folds.add(new ArrayList<>());
        }
        for (boolean samePerson : new boolean[] {true, false}) {
            List<Labelled> kind = scores.stream()
                    .filter(score -> score.pair().samePerson() == samePerson)
                    .filter(score -> score.similarity().isPresent())
                    .map(score -> new Labelled(score.similarity().orElseThrow(), samePerson))
                    .toList();
            for (int i = 0; i < kind.size(); i++) {
                folds.get((int) ((long) i * FOLDS / kind.size())).add(kind.get(i));
            }
        }
        return folds;
    }

    private static double accuracy(List<Labelled> pairs, double threshold) {
        long right = pairs.stream()
                .filter(pair -> (pair.similarity() >= threshold) == pair.samePerson())
                .count();
        return (double) right / pairs.size();
    }

    /** Halfway between the two neighbours where most pairs are decided rightly. */
    private static double bestThreshold(List<Labelled> pairs) {
        List<Labelled> sorted = new ArrayList<>(pairs);
        sorted.sort(Comparator.comparingDouble(Labelled::similarity));
        long right = sorted.stream().filter(Labelled::samePerson).count();
        long best = right;
        double threshold = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).samePerson() ? -1 : 1;
            if (right > best) {
                best = right;
                double next = i + 1 < sorted.size()
                        ? sorted.get(i + 1).similarity()
                        : sorted.get(i).similarity() + 2;
                threshold = (sorted.get(i).similarity() + next) / 2;
            }
        }
        return threshold;
    }
}
