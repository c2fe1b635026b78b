package io.namesake.face.evaluation;

import io.namesake.face.engine.network.Matcher;
import io.namesake.face.engine.network.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
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
    private final int images;
    private final boolean acrossColumns;
    private final IntPredicate wanted;
    /** Of each picture, the similarity to the most alike picture of another person. */
    private final float[] nearest;

    private Held held;

    /** @param wanted the pictures that are compared */
    CrossPairs(Enrolment enrolment, Persons persons, Matcher matcher, EvaluationOptions options, IntPredicate wanted) {
        this.enrolment = enrolment;
        this.persons = persons;
        this.matcher = matcher;
        this.threads = options.threads();
        this.acrossColumns = options.acrossColumns();
        this.wanted = wanted;
        this.images = enrolment.names().size();
        this.nearest = new float[images];
        Arrays.fill(nearest, Float.NEGATIVE_INFINITY);
    }

    ScoredPairs score(Progress progress) {
        Histogram histogram = new Histogram();
        long[] total = new long[1];
        eachPicture(progress, 0, picture -> {
            Histogram own = new Histogram();
            long compared = eachPartner(picture, (partner, similarity) -> {
                own.add(similarity);
                meet(picture, partner, (float) similarity);
            });
            synchronized (histogram) {
                histogram.add(own);
                total[0] += compared;
            }
        });

        int floor = histogram.binOfHighest(Math.max(LEAST_HELD, (long) (HELD_SHARE * total[0])));
        held = new Held((int) histogram.countFromBin(floor));
        eachPicture(
                progress,
                images,
                picture -> eachPartner(picture, (partner, similarity) -> {
                    if (Histogram.bin(similarity) >= floor) {
                        held.add((float) similarity, picture, partner);
                    }
                }));
        return new ScoredPairs(
                total[0],
                held.scores(),
                personsOf(held.imageA()),
                personsOf(held.imageB()),
                histogram,
                usableImagesOfPersons(image -> !acrossColumns || enrolment.inFirstColumn(image)),
                acrossColumns ? usableImagesOfPersons(image -> !enrolment.inFirstColumn(image)) : null);
    }

    /** The most alike pairs of different persons; to be asked after {@link #score}. */
    List<WorstPair> mostAlike(int count) {
        float[] scores = held.scores();
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparing(i -> -scores[i]))
                .limit(count)
                .map(i -> new WorstPair(
                        enrolment.names().get(held.imageA()[i]),
                        enrolment.names().get(held.imageB()[i]),
                        scores[i]))
                .toList();
    }

    /** Of each person with an impostor, the similarity to the nearest one; sorted. To be asked after {@link #score}. */
    double[] nearestOfPersons() {
        double[] ofPerson = new double[persons.count()];
        Arrays.fill(ofPerson, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < images; i++) {
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

    private int[] personsOf(int[] pictures) {
        return IntStream.of(pictures).map(picture -> persons.ofImage()[picture]).toArray();
    }

    private void eachPicture(Progress progress, int before, Workers.Task task) {
        try {
            Workers.forEach(
                    images,
                    threads,
                    task,
                    done -> progress.advanced(Progress.Phase.CROSS_PAIRS, before + done, 2 * images));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Hears a partner and the similarity to it. */
    @FunctionalInterface
    private interface Partner {
        void compared(int partner, double similarity);
    }

    private long eachPartner(int picture, Partner partner) {
        Template template = enrolment.template(picture);
        if (template == null || !wanted.test(picture)) {
            return 0;
        }
        int[] person = persons.ofImage();
        long compared = 0;
        for (int other = picture + 1; other < images; other++) {
            Template candidate = enrolment.template(other);
            if (candidate != null && person[other] != person[picture] && wanted.test(other) && meets(picture, other)) {
                partner.compared(other, matcher.similarity(template, candidate));
                compared++;
            }
        }
        return compared;
    }

    private boolean meets(int picture, int other) {
        return !acrossColumns || enrolment.inFirstColumn(picture) != enrolment.inFirstColumn(other);
    }

    private int[] usableImagesOfPersons(IntPredicate column) {
        int[] counts = new int[persons.count()];
        for (int i = 0; i < images; i++) {
            if (enrolment.template(i) != null && wanted.test(i) && column.test(i)) {
                counts[persons.ofImage()[i]]++;
            }
        }
        return counts;
    }

    /** Collects pairs from several threads. */
    private static final class Held {
        private final float[] scores;
        private final int[] imageA;
        private final int[] imageB;
        private int size;

        Held(int capacity) {
            scores = new float[capacity];
            imageA = new int[capacity];
            imageB = new int[capacity];
        }

        synchronized void add(float score, int a, int b) {
            scores[size] = score;
            imageA[size] = a;
            imageB[size] = b;
            size++;
        }

        float[] scores() {
            return Arrays.copyOf(scores, size);
        }

        int[] imageA() {
            return Arrays.copyOf(imageA, size);
        }

        int[] imageB() {
            return Arrays.copyOf(imageB, size);
        }
    }
}
