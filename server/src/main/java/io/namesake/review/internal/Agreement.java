package io.namesake.review.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far two who judged the same cases agree. Of all reviewers of an operator together, and never a ranking of them.
 *
 * @param cases how many were judged by both
 * @param share of them with the same verdict; null when there were none
 * @param kappa Cohen's kappa (Educational and Psychological Measurement 20, 1960): agreement beyond what chance gives, 1 when they
 *     always agree, 0 when no more than by chance; null where chance alone explains everything, or there were no cases
 */
@Schema(name = "ReviewAgreementFigures", description = "Figures of how far two judgements of the same cases agree")
record Agreement(
        @Schema(description = "How many cases were judged by both")
        int cases,

        @Schema(description = "How many of them alike") int alike,

        @Schema(description = "With Wilson's interval of 95 %; null when there were no cases") @Nullable
        Estimate share,

        @Schema(
                description =
                        "Cohen's kappa with an interval of 95 %; null when there were no cases, or chance alone explains"
                                + " the agreement")
        @Nullable
        Estimate kappa) {
    /** Of the normal distribution, for 95 %. */
    private static final double Z = 1.959964;

    /** A figure and its interval of 95 %. */
    @Schema(name = "ReviewEstimate", description = "A figure and its interval of 95 %")
    record Estimate(double value, double low, double high) {}

    /** A seeded case: what is right, and what people found, in order. */
    record Sample(Verdict right, List<Verdict> found) {

        Sample and(Sample more) {
            var all = new ArrayList<>(found);
            all.addAll(more.found());
            return new Sample(right, List.copyOf(all));
        }
    }

    /** What two found of one case. */
    record Pair(Verdict one, Verdict other) {}

    /** Reviewers with each other: the first two of each case that had two. */
    static Agreement amongReviewers(List<Sample> samples) {
        return of(samples.stream()
                .filter(sample -> sample.found().size() >= 2)
                .map(sample -> new Pair(sample.found().get(0), sample.found().get(1)))
                .toList());
    }

    /** Reviewers with what is true: each judgement of each case. */
    static Agreement withTruth(List<Sample> samples) {
        return of(samples.stream()
                .flatMap(sample -> sample.found().stream().map(found -> new Pair(sample.right(), found)))
                .toList());
    }

    static Agreement of(List<Pair> pairs) {
        int n = pairs.size();
        int alike =
                (int) pairs.stream().filter(pair -> pair.one() == pair.other()).count();
        return n == 0
                ? new Agreement(0, 0, null, null)
                : new Agreement(n, alike, wilson(alike, n), kappa(pairs, (double) alike / n));
    }

    private static Estimate wilson(int successes, int n) {
        double share = (double) successes / n;
        double wide = Z * Z / n;
        double middle = (share + wide / 2) / (1 + wide);
        double half = Z * Math.sqrt(share * (1 - share) / n + wide / (4 * n)) / (1 + wide);
        return new Estimate(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    private static @Nullable Estimate kappa(List<Pair> pairs, double observed) {
        int n = pairs.size();
        Map<Verdict, Long> ones = pairs.stream().collect(Collectors.groupingBy(Pair::one, Collectors.counting()));
        Map<Verdict, Long> others = pairs.stream().collect(Collectors.groupingBy(Pair::other, Collectors.counting()));
        double chance = Arrays.stream(Verdict.values())
                .mapToDouble(
                        verdict -> (double) ones.getOrDefault(verdict, 0L) / n * others.getOrDefault(verdict, 0L) / n)
                .sum();
        if (chance >= 1) {
            return null;
        }
        double kappa = (observed - chance) / (1 - chance);
        double error = Math.sqrt(observed * (1 - observed) / n) / (1 - chance);
        return new Estimate(kappa, Math.max(-1, kappa - Z * error), Math.min(1, kappa + Z * error));
    }
}
