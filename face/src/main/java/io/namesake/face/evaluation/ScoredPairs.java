package io.namesake.face.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The similarities of pairs of one kind. Of some ten million cross pairs only the highest are held one by one; the
 * others are counted in a histogram.
 */
final class ScoredPairs {
    private final long total;
    private final float[] scores;
    private final int[] personA;
    private final int[] personB;
    private final Histogram histogram;
    /** Pictures per person when these are all cross pairs; null otherwise. */
    private final int[] imagesOfPerson;
    /** The pictures per person that those are compared with; null when they are compared with each other. */
    private final int[] othersOfPerson;

    /**
     * @param total how many pairs there are
     * @param scores the highest similarities, in any order; sorted here, falling
     * @param personA the first picture's person of each of these
     * @param personB the second picture's person
     * @param histogram of all pairs
     * @param imagesOfPerson usable pictures per person when these are all cross pairs; null otherwise
     * @param othersOfPerson the pictures per person that those are compared with; null when they are compared with each other
     */
    ScoredPairs(
            long total,
            float[] scores,
            int[] personA,
            int[] personB,
            Histogram histogram,
            int[] imagesOfPerson,
            int[] othersOfPerson) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparing(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.total = total;
        this.scores = new float[scores.length];
        this.personA = new int[scores.length];
        this.personB = new int[scores.length];
        for (int i = 0; i < order.length; i++) {
            this.scores[i] = scores[order[i]];
            this.personA[i] = personA[order[i]];
            this.personB[i] = personB[order[i]];
        }
        this.histogram = histogram;
        this.imagesOfPerson = imagesOfPerson;
        this.othersOfPerson = othersOfPerson;
    }

    /** The labelled pairs of one kind that could be compared. */
    static ScoredPairs labelled(
            List<PairScore> pairs, boolean samePerson, Map<String, Integer> index, Persons persons) {
        List<PairScore> usable = pairs.stream()
                .filter(score -> score.pair().samePerson() == samePerson)
                .filter(score -> score.similarity().isPresent())
                .toList();
        float[] scores = new float[usable.size()];
        int[] a = new int[scores.length];
        int[] b = new int[scores.length];
        Histogram histogram = new Histogram();
        for (int i = 0; i < scores.length; i++) {
            PairScore score = usable.get(i);
            scores[i] = (float) score.similarity().orElseThrow();
            a[i] = persons.ofImage()[index.get(score.pair().imageA())];
            b[i] = persons.ofImage()[index.get(score.pair().imageB())];
            histogram.add(scores[i]);
        }
        return new ScoredPairs(scores.length, scores, a, b, histogram, null, null);
    }

    long total() {
        return total;
    }

    double highest() {
        return scores[0];
    }

    double lowest() {
        return histogram.lowest();
    }

    /** The highest share of pairs for which a threshold can be found under any drawing of the persons. */
    double highestHeldShare() {
        return scores.length == total ? 0.5 : 1e-2;
    }

    ScoreHistogram histogram() {
        return histogram.coarse();
    }

    /** Share of all pairs at or above a similarity. */
    double shareFrom(double similarity) {
        boolean held = scores.length == total || similarity >= scores[scores.length - 1];
        return (double) (held ? heldFrom(similarity) : histogram.countFrom(similarity)) / total;
    }

    private int heldFrom(double similarity) {
        int low = 0;
        int high = scores.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] >= similarity) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The lowest similarity that at most this share of the pairs reaches.
     *
     * @param weights how often each person counts; null for once
     */
    double thresholdFor(double share, int[] weights) {
        double allowed = share * weight(weights);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += weight(i, weights);
            if (sum > allowed) {
                return Math.nextUp(scores[i]);
            }
        }
        return scores[scores.length - 1];
    }

    /** Share, by weight, of the pairs at or above a similarity. */
    double shareFrom(double similarity, int[] weights) {
        double sum = 0;
        for (int i = 0; i < scores.length && scores[i] >= similarity; i++) {
            sum += weight(i, weights);
        }
        double all = weight(weights);
        return all == 0 ? 0 : sum / all;
    }

    private double weight(int pair, int[] weights) {
        if (weights == null) {
            return 1;
        }
        int a = weights[personA[pair]];
        return personA[pair] == personB[pair] ? a : (double) a * weights[personB[pair]];
    }

    private double weight(int[] weights) {
        if (weights == null) {
            return total;
        }
        if (imagesOfPerson == null) {
            return IntStream.range(0, scores.length)
                    .mapToDouble(i -> weight(i, weights))
                    .sum();
        }
        if (othersOfPerson != null) {
            return weightAcross(weights);
        }
        double sum = 0;
        double squares = 0;
        for (int person = 0; person < imagesOfPerson.length; person++) {
            double images = (double) weights[person] * imagesOfPerson[person];
            sum += images;
            squares += images * images;
        }
        return (sum * sum - squares) / 2;
    }

    private double weightAcross(int[] weights) {
        double images = 0;
        double others = 0;
        double same = 0;
        for (int person = 0; person < imagesOfPerson.length; person++) {
            double own = (double) weights[person] * imagesOfPerson[person];
            double other = (double) weights[person] * othersOfPerson[person];
            images += own;
            others += other;
            same += own * other;
        }
        return images * others - same;
    }
}
