package io.namesake.face.evaluation;

import io.namesake.face.engine.network.Matcher;
import io.namesake.face.engine.network.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

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

    CrossPairs(Enrolment enrolment, Persons persons, Matcher matcher, int threads) {
        this.enrolment = enrolment;
        this.persons = persons;
        this.matcher = matcher;
        this.threads = threads;
        this.images = enrolment.names().size();
    }

    ScoredPairs score(Progress progress) {
        Histogram histogram = new Histogram();
        long[] total = new long[1];
        eachPicture(progress, 0, picture -> {
            Histogram own = new Histogram();
            long compared = eachPartner(picture, (partner, similarity) -> own.add(similarity));
            synchronized (histogram) {
                histogram.add(own);
                total[0] += compared;
            }
        });

        int floor = histogram.binOfHighest(Math.max(LEAST_HELD, (long) (HELD_SHARE * total[0])));
        Held held = new Held((int) histogram.countFromBin(floor));
        eachPicture(
                progress,
                images,
                picture -> eachPartner(picture, (partner, similarity) -> {
                    if (Histogram.bin(similarity) >= floor) {
                        held.add((float) similarity, persons.ofImage()[picture], persons.ofImage()[partner]);
                    }
                }));
        return new ScoredPairs(
                total[0], held.scores(), held.personA(), held.personB(), histogram, usableImagesOfPersons());
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
        if (template == null) {
            return 0;
        }
        int[] person = persons.ofImage();
        long compared = 0;
        for (int other = picture + 1; other < images; other++) {
            Template candidate = enrolment.template(other);
            if (candidate != null && person[other] != person[picture]) {
                partner.compared(other, matcher.similarity(template, candidate));
                compared++;
            }
        }
        return compared;
    }

    private int[] usableImagesOfPersons() {
        int[] counts = new int[persons.count()];
        for (int i = 0; i < images; i++) {
            if (enrolment.template(i) != null) {
                counts[persons.ofImage()[i]]++;
            }
        }
        return counts;
    }

    /** Collects pairs from several threads. */
    private static final class Held {
        private final float[] scores;
        private final int[] personA;
        private final int[] personB;
        private int size;

        Held(int capacity) {
            scores = new float[capacity];
            personA = new int[capacity];
            personB = new int[capacity];
        }

        synchronized void add(float score, int a, int b) {
            scores[size] = score;
            personA[size] = a;
            personB[size] = b;
            size++;
        }

        float[] scores() {
            return Arrays.copyOf(scores, size);
        }

        int[] personA() {
            return Arrays.copyOf(personA, size);
        }

        int[] personB() {
            return Arrays.copyOf(personB, size);
        }
    }
}
