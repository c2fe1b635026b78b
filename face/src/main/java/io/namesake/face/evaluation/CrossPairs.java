package io.namesake.face.evaluation;

import io.namesake.face.engine.network.Matcher;
import io.namesake.face.engine.network.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Compares every picture with every picture of another person. Twice: to count all similarities, and then to hold the highest
 * {@value #HELD_SHARE} of them with their persons. Some ten million pairs take seconds and a few megabytes.
 */
final class CrossPairs {
    /** Enough for a false match rate of 1e-2 in a bootstrap that happens to draw the persons who are most alike. */
    private static final double HELD_SHARE = 0.025;

    private static final long LEAST_HELD = 10_000;

    private final Enrolment enrolment;
    private final Persons persons;
    private final Matcher matcher;
    private final int threads;
    private final boolean acrossColumns;
    private final Among among;
    private final int worst;
    /** The pictures that are compared. */
    private final int[] compared;
    /** Of each picture, the similarity to the most alike picture of another person. */
    private final float[] nearest;

    private List<WorstPair> mostAlike = List.of();

    /**
     * @param among the pictures that are compared, where they could be used
     * @param worst how many of the most alike pairs are told
     */
    CrossPairs(
            Enrolment enrolment, Persons persons, Matcher matcher, EvaluationOptions options, Among among, int worst) {
        this.enrolment = enrolment;
        this.persons = persons;
        this.matcher = matcher;
        this.threads = options.threads();
        this.acrossColumns = options.acrossColumns();
        this.among = among;
        this.worst = worst;
        int images = enrolment.names().size();
        this.compared = IntStream.range(0, images)
                .filter(image -> enrolment.template(image) != null)
                .filter(among.pictures())
                .toArray();
        this.nearest = new float[images];
        Arrays.fill(nearest, Float.NEGATIVE_INFINITY);
    }

    /**
     * Better before hours of work than after them.
     *
     * @param inFirstColumn null when every picture is compared with every other
     * @param memory that Java may use, in bytes
     * @throws IllegalArgumentException when the pairs of so many pictures would not fit
     */
    static void requireRoom(Persons persons, IntPredicate inFirstColumn, long memory) {
        long pairs = (long) Persons.pairsOfDifferent(
                persons.images(image -> inFirstColumn == null || inFirstColumn.test(image)),
                inFirstColumn == null ? null : persons.images(inFirstColumn.negate()),
                person -> 1);
        HeldPairs.requireRoom(Math.min(pairs, wanted(pairs)), pairs, memory);
    }

    private static long wanted(long pairs) {
        return Math.max(LEAST_HELD, (long) (HELD_SHARE * pairs));
    }

    ScoredPairs score(Progress progress) {
        Histogram histogram = new Histogram();
        long[] total = new long[1];
        eachPicture(progress, Progress.Phase.CROSS_PAIRS, at -> {
            Histogram own = new Histogram();
            long pairs = eachPartner(at, (partner, similarity) -> {
                own.add(similarity);
                meet(compared[at], partner, (float) similarity);
            });
            synchronized (histogram) {
                histogram.add(own);
                total[0] += pairs;
            }
        });

        int floor = histogram.binOfHighest(wanted(total[0]));
        long wanted = histogram.countFromBin(floor);
        HeldPairs.requireRoom(wanted, total[0], Runtime.getRuntime().maxMemory());
        HeldPairs highest = highest((int) wanted, floor, progress);
        mostAlike = IntStream.range(0, Math.min(worst, highest.size()))
                .mapToObj(i -> new WorstPair(
                        enrolment.names().get(highest.a(i)), enrolment.names().get(highest.b(i)), highest.score(i)))
                .toList();
        highest.replace(picture -> persons.ofImage()[picture]);
        return new ScoredPairs(
                total[0],
                highest,
                histogram,
                usableImagesOfPersons(image -> !acrossColumns || enrolment.inFirstColumn(image)),
                acrossColumns ? usableImagesOfPersons(image -> !enrolment.inFirstColumn(image)) : null);
    }

    private HeldPairs highest(int count, int floor, Progress progress) {
        HeldPairs held = new HeldPairs(count);
        eachPicture(
                progress,
                Progress.Phase.MOST_ALIKE,
                at -> eachPartner(at, (partner, similarity) -> {
                    if (Histogram.bin(similarity) >= floor) {
                        held.add((float) similarity, compared[at], partner);
                    }
                }));
        return held.sorted();
    }

    /** The most alike pairs of different persons, highest first; to be asked after {@link #score}. */
    List<WorstPair> mostAlike() {
        return mostAlike;
    }

    /** Of each person with an impostor, the similarity to the nearest one; sorted. To be asked after {@link #score}. */
    double[] nearestOfPersons() {
        double[] ofPerson = new double[persons.count()];
        Arrays.fill(ofPerson, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < nearest.length; i++) {
            int person = persons.ofImage()[i];
            ofPerson[person] = Math.max(ofPerson[person], nearest[i]);
        }
        return Arrays.stream(ofPerson).filter(Double::isFinite).sorted().toArray();
    }

    private void meet(int picture, int partner, float similarity) {
        if (similarity > nearest[picture] || similarity > nearest[partner]) {
            synchronized (nearest) {
                nearest[picture] = Math.max(nearest[picture], similarity);
                nearest[partner] = Math.max(nearest[partner], similarity);
            }
        }
    }

    /** @param task is given the place of a picture among those that are compared */
    private void eachPicture(Progress progress, Progress.Phase phase, Workers.Task task) {
        try {
            Workers.forEach(
                    compared.length,
                    threads,
                    task,
                    done -> progress.advanced(among.step(phase), done, compared.length));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Hears a partner and the similarity to it. */
    @FunctionalInterface
    private interface Partner {
        void compared(int partner, double similarity);
    }

    private long eachPartner(int at, Partner partner) {
        int picture = compared[at];
        Template template = enrolment.template(picture);
        int[] person = persons.ofImage();
        long pairs = 0;
        for (int next = at + 1; next < compared.length; next++) {
            int other = compared[next];
            if (person[other] != person[picture] && meets(picture, other)) {
                partner.compared(other, matcher.similarity(template, enrolment.template(other)));
                pairs++;
            }
        }
        return pairs;
    }

    private boolean meets(int picture, int other) {
        return !acrossColumns || enrolment.inFirstColumn(picture) != enrolment.inFirstColumn(other);
    }

    private int[] usableImagesOfPersons(IntPredicate column) {
        return persons.images(
                image -> enrolment.template(image) != null && among.pictures().test(image) && column.test(image));
    }
}
