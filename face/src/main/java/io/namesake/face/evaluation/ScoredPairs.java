package io.namesake.face.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The similarities of pairs of one kind. Of some ten million cross pairs only the highest are held one by one; the
 * others are counted in a histogram.
 */
final class ScoredPairs {
    private final long total;
    /** The highest similarities, falling, with the persons of both sides. */
    private final HeldPairs held;

    private final Histogram histogram;
    /** Pictures per person when these are all cross pairs; null otherwise. */
    private final int[] imagesOfPerson;
    /** The pictures per person that those are compared with; null when they are compared with each other. */
    private final int[] othersOfPerson;

    /**
     * @param total how many pairs there are
     * @param held the highest similarities, falling, with the persons of both sides
     * @param histogram of all pairs
     * @param imagesOfPerson usable pictures per person when these are all cross pairs; null otherwise
     * @param othersOfPerson the pictures per person that those are compared with; null when they are compared with each other
     */
    ScoredPairs(long total, HeldPairs held, Histogram histogram, int[] imagesOfPerson, int[] othersOfPerson) {
        this.total = total;
        this.held = held;
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
        HeldPairs held = new HeldPairs(usable.size());
        Histogram histogram = new Histogram();
        for (PairScore score : usable) {
            float similarity = (float) score.similarity().orElseThrow();
            held.add(
                    similarity,
                    persons.ofImage()[index.get(score.pair().imageA())],
                    persons.ofImage()[index.get(score.pair().imageB())]);
            histogram.add(similarity);
        }
        return new ScoredPairs(usable.size(), held.sorted(), histogram, null, null);
    }

    long total() {
        return total;
    }

    /** How many say something of their own: pairs of one person are one, and so are those of the same two persons. */
    long independent() {
        return imagesOfPerson == null
                ? IntStream.range(0, held.size())
                        .mapToLong(pair -> (long) Math.min(held.a(pair), held.b(pair)) << Integer.SIZE
                                | Math.max(held.a(pair), held.b(pair)))
                        .distinct()
                        .count()
                : Persons.pairsOfPersons(imagesOfPerson, othersOfPerson);
    }

    /** Whether all pairs at or above a similarity are held, so that it is known whose they are. */
    boolean holdsFrom(double similarity) {
        return held.size() == total || similarity >= held.score(held.size() - 1);
    }

    /** How many persons are in them. */
    int persons() {
        if (imagesOfPerson == null) {
            return (int) IntStream.range(0, held.size())
                    .flatMap(pair -> IntStream.of(held.a(pair), held.b(pair)))
                    .distinct()
                    .count();
        }
        return (int) IntStream.range(0, imagesOfPerson.length)
                .filter(person -> imagesOfPerson[person] + (othersOfPerson == null ? 0 : othersOfPerson[person]) > 0)
                .count();
    }

    double highest() {
        return held.score(0);
    }

    double lowest() {
        return histogram.lowest();
    }

    /** The highest share of pairs for which a threshold can be found under any drawing of the persons. */
    double highestHeldShare() {
        return held.size() == total ? 0.5 : 1e-2;
    }

    ScoreHistogram histogram() {
        return histogram.coarse();
    }

    /** Share of all pairs at or above a similarity. */
    double shareFrom(double similarity) {
        return (double) (holdsFrom(similarity) ? heldFrom(similarity) : histogram.countFrom(similarity)) / total;
    }

    private int heldFrom(double similarity) {
        int low = 0;
        int high = held.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (held.score(middle) >= similarity) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The lowest similarity that at most this share of the pairs reaches. */
    double thresholdFor(double share) {
        return thresholdFor(share, null);
    }

    /**
     * The lowest similarity that at most this share of the pairs reaches; at least the lowest one that is held.
     *
     * @param weights how often each person counts; null for once
     * @throws IllegalArgumentException when no pair counts, so that no similarity would be too low
     */
    double thresholdFor(double share, int[] weights) {
        double allowed = share * atLeastOne(weights);
        double sum = 0;
        for (int i = 0; i < held.size(); i++) {
            sum += weight(i, weights);
            if (sum > allowed) {
                return Math.nextUp(held.score(i));
            }
        }
        return held.score(held.size() - 1);
    }

    /**
     * Share, by weight, of the pairs at or above a similarity.
     *
     * @throws IllegalArgumentException when no pair counts
     */
    double shareFrom(double similarity, int[] weights) {
        double all = atLeastOne(weights);
        double sum = 0;
        for (int i = 0; i < held.size() && held.score(i) >= similarity; i++) {
            sum += weight(i, weights);
        }
        return sum / all;
    }

    private double atLeastOne(int[] weights) {
        double all = weight(weights);
        if (all == 0) {
            throw new IllegalArgumentException("no pair counts, so there is no rate");
        }
        return all;
    }

    private double weight(int pair, int[] weights) {
        if (weights == null) {
            return 1;
        }
        int a = held.a(pair);
        int b = held.b(pair);
        return a == b ? weights[a] : (double) weights[a] * weights[b];
    }

    /** How much all pairs count together. */
    double weight(int[] weights) {
        if (weights == null) {
            return total;
        }
        if (imagesOfPerson == null) {
            double sum = 0;
            for (int i = 0; i < held.size(); i++) {
                sum += weight(i, weights);
            }
            return sum;
        }
        return Persons.pairsOfDifferent(imagesOfPerson, othersOfPerson, person -> weights[person]);
    }
}
