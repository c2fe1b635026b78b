package io.namesake.face.evaluation.attacks;

import io.namesake.face.AttackFusion;
import io.namesake.face.PresentationAttack;
import io.namesake.face.engine.attack.AttackMeasures;
import io.namesake.face.evaluation.Progress;
import io.namesake.face.evaluation.Rate;
import io.namesake.face.evaluation.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an {@link AttackEvaluation} measured, and how it is judged.
 *
 * @param models name and version
 * @param network the id of the presentation-attack network
 * @param networkThreshold the live score from which the network alone suspects nothing
 * @param fusion the fusion beside the models, if there is one
 * @param unusable by data set or species, made ones too: presentations in which no usable face was found. They are in no other rate; over all
 *     presentations they are the non-response rates (APNRR, BPNRR) of ISO/IEC 30107-3
 * @param trials what was measured
 */
public record AttackFindings(
        String models,
        String network,
        double networkThreshold,
        Optional<AttackFusion> fusion,
        Map<String, Integer> unusable,
        List<AttackTrial> trials) {
    private static final int MOST_THRESHOLDS = 600;
    /** The point that a fit's thresholds are moved to. */
    static final String USUAL = "BPCER 5 %";

    private static final List<Double> LIVING_SUSPECTED = List.of(0.01, 0.05, 0.1);

    /** @throws IllegalArgumentException when there is no living person or no attack */
    public AttackFindings {
        unusable = Collections.unmodifiableMap(new TreeMap<>(unusable));
        trials = List.copyOf(trials);
        if (trials.stream().noneMatch(AttackTrial::live) || trials.stream().allMatch(AttackTrial::live)) {
            throw new IllegalArgumentException(
                    "an evaluation of attacks needs usable pictures of living people and of attacks");
        }
    }

    /** By the network's log-odds alone. */
    public AttackReport networkAlone() {
        double own = Math.log(networkThreshold / (1 - networkThreshold));
        return report(
                "network alone",
                "not known",
                trials.stream().map(trial -> trial.measures().getFirst()).toList(),
                OptionalDouble.of(own));
    }

    /** By the fusion beside the models. Where it was fitted on these pictures, this is no measurement. */
    public Optional<AttackReport> fused() {
        return fusion.map(model -> by(model, "fusion"));
    }

    /**
     * By some fusion.
     *
     * @param judge what it is called in the report
     */
    AttackReport by(AttackFusion model, String judge) {
        return report(
                judge,
                model.dataSet() + ", " + model.date(),
                trials.stream().map(trial -> margin(model, trial)).toList(),
                OptionalDouble.of(0));
    }

    /**
     * By fusions fitted on all persons but those that are judged; a score is the log-odds over that fusion's threshold.
     *
     * @param folds at least 2; persons are dealt out in the order of their names
     * @param threads fits at the same time
     */
    public AttackReport personsLeftOut(int folds, int threads, Progress progress) {
        PersonGroups groups = PersonGroups.of(trials, folds);
        List<Double> scores = new ArrayList<>(Collections.nCopies(trials.size(), 0.0));
        Workers.Task judge = held -> {
            AttackFusion model = AttackFit.fit(groups.without(held, trials), network, "", LocalDate.EPOCH);
            IntStream.range(0, trials.size())
                    .filter(i -> groups.groupOf(trials.get(i)) == held)
                    .forEach(i -> scores.set(i, margin(model, trials.get(i))));
        };
        try {
            Workers.forEach(folds, threads, judge, done -> progress.advanced(Progress.Phase.FITS, done, folds));
        } catch (IOException impossible) {
            throw new UncheckedIOException("no fit reads a file", impossible);
        }
        return report(
                "fusion, persons left out", "these pictures, without the persons judged", scores, OptionalDouble.of(0));
    }

    private AttackReport report(String judge, String fittedOn, List<Double> scores, OptionalDouble own) {
        Map<String, double[]> living = sorted(scores, AttackTrial::counts);
        Map<String, double[]> attacks =
                sorted(scores, trial -> !trial.live() && trial.wearer().isEmpty());
        List<AttackReport.Point> points = new ArrayList<>();
        own.ifPresent(threshold -> points.add(point("own threshold", threshold, scores)));
        for (double share : LIVING_SUSPECTED) {
            double threshold = living.values().stream()
                    .mapToDouble(group -> group[(int) (share * group.length)])
                    .min()
                    .orElseThrow();
            points.add(point("BPCER " + Math.round(100 * share) + " %", threshold, scores));
        }
        List<Double> distinct =
                scores.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        List<Double> thresholds = AttackEvaluation.spread(distinct, MOST_THRESHOLDS);
        List<AttackReport.Curve> curves = attacks.entrySet().stream()
                .map(species -> new AttackReport.Curve(
                        species.getKey(),
                        thresholds.stream()
                                .map(threshold -> new AttackReport.Errors(
                                        living.values().stream()
                                                .mapToDouble(group -> below(group, threshold))
                                                .max()
                                                .orElseThrow(),
                                        1 - below(species.getValue(), threshold)))
                                .toList()))
                .toList();
        return new AttackReport(judge, fittedOn, points, curves);
    }

    private AttackReport.Point point(String name, double threshold, List<Double> scores) {
        return new AttackReport.Point(
                name,
                threshold,
                rows(AttackTrial::live, i -> scores.get(i) < threshold),
                rows(trial -> !trial.live(), i -> scores.get(i) >= threshold),
                rows(
                        trial -> trial.matches().isPresent(),
                        i -> scores.get(i) >= threshold
                                && trials.get(i).matches().orElseThrow()));
    }

    private List<AttackReport.Row> rows(Predicate<AttackTrial> counted, IntFunction<Boolean> wrong) {
        return IntStream.range(0, trials.size())
                .filter(i -> counted.test(trials.get(i)))
                .boxed()
                .collect(Collectors.groupingBy(i -> trials.get(i).group()))
                .entrySet()
                .stream()
                .map(group -> row(group.getKey(), group.getValue(), wrong))
                .sorted(Comparator.comparing(AttackReport.Row::name))
                .toList();
    }

    private AttackReport.Row row(String name, List<Integer> places, IntFunction<Boolean> wrong) {
        long errors = places.stream().filter(wrong::apply).count();
        long persons =
                places.stream().map(i -> trials.get(i).person()).distinct().count();
        return new AttackReport.Row(name, places.size(), persons, errors, Rate.wilson(errors, places.size()));
    }

    private Map<String, double[]> sorted(List<Double> scores, Predicate<AttackTrial> counted) {
        Map<String, List<Double>> groups = new TreeMap<>();
        for (int i = 0; i < trials.size(); i++) {
            if (counted.test(trials.get(i))) {
                groups.computeIfAbsent(trials.get(i).group(), name -> new ArrayList<>())
                        .add(scores.get(i));
            }
        }
        Map<String, double[]> sorted = new TreeMap<>();
        groups.forEach((name, group) -> sorted.put(
                name, group.stream().mapToDouble(Double::doubleValue).sorted().toArray()));
        return sorted;
    }

    /** Share of sorted values below a limit. */
    private static double below(double[] sorted, double limit) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < limit) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return (double) from / sorted.length;
    }

    /** How far above the threshold, in log-odds. */
    static double margin(AttackFusion fusion, AttackTrial trial) {
        PresentationAttack said = fusion.judge(AttackMeasures.named(trial.measures()));
        return logOdds(said.liveScore()) - logOdds(said.threshold());
    }

    private static double logOdds(double score) {
        double inside = Math.clamp(score, 1e-9, 1 - 1e-9);
        return Math.log(inside / (1 - inside));
    }
}
