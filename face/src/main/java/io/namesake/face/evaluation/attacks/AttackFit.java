package io.namesake.face.evaluation.attacks;

import io.namesake.face.AttackFusion;
import io.namesake.face.AttackSignal;
import io.namesake.face.engine.attack.AttackMeasures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Fits the fusion of measures, one {@link Judge} after the other. Living and attacking presentations weigh the same together; among the living each data
 * set, among the attacks the real ones together and the made ones together, and within these each species, so that a large folder does not outvote a small
 * one.
 */
final class AttackFit {
    /** What the real species weigh among all attacks when there are made ones too. */
    private static final double SHARE_OF_REAL = 0.7;

    /**
     * How much more than another set of living people those count whom another camera took: no other set is suspected as often, and the set that is suspected
     * most sets the thresholds.
     */
    private static final double WEIGHT_OF_OTHER_CAMERA = 2;

    /** All thresholds are set on persons that were left out, in so many groups: on those that it has learnt a judge errs too seldom. */
    private static final int GROUPS = 3;

    /** Thresholds are where this share of the living is suspected by any judge, in the data set where it is highest. */
    private static final double SHARE_OF_LIVING_SUSPECTED = 0.05;

    /**
     * How much of the network's own log-odds is added to what a judge that hears it has learnt. The network has seen people before many cameras, a fit before
     * few: left to itself it gives the network no weight, and then takes other cameras' pictures of the living for attacks.
     */
    static final double TRUST_IN_NETWORK = 0.2;

    private final Judge judge;
    private final List<AttackTrial> trials;
    private final double[] weights;

    AttackFit(Judge judge, List<AttackTrial> trials) {
        this.judge = judge;
        this.trials = trials.stream().filter(judge::learnsFrom).toList();
        weights = weights(this.trials);
    }

    /**
     * A judge that has learnt all trials.
     *
     * @param judge with its threshold
     * @param leftOut how far above that threshold one of the trials is when its person is left out, where there are enough persons for that
     */
    record Fitted(AttackFusion.Specialist judge, ToDoubleFunction<AttackTrial> leftOut) {}

    /** A fusion without measured rates. Of species that no fit may learn from it learns nothing. */
    static AttackFusion fit(List<AttackTrial> trials, String network, String dataSet, LocalDate date) {
        List<Fitted> judges = Arrays.stream(Judge.values())
                .map(judge -> new AttackFit(judge, trials))
                .filter(fit ->
                        fit.judge == Judge.GENERAL || !fit.trials.stream().allMatch(AttackTrial::live))
                .map(AttackFit::fit)
                .toList();
        return together(judges, trials, network, dataSet, date);
    }

    /** The judges as one fusion, the general one first, their thresholds moved by one step to where as many of the living are suspected as may be. */
    static AttackFusion together(
            List<Fitted> judges, List<AttackTrial> trials, String network, String dataSet, LocalDate date) {
        AttackFusion.Specialist general = judges.getFirst().judge;
        List<AttackFusion.Specialist> specialists =
                judges.stream().skip(1).map(Fitted::judge).toList();
        AttackFusion fusion = new AttackFusion(
                network, dataSet, date, general.bias(), general.threshold(), general.weights(), specialists, List.of());
        return fusion.stricter(lowest(trials, trial -> heard(judges, trial), SHARE_OF_LIVING_SUSPECTED));
    }

    /** The margin of the judge that suspects a trial most. */
    private static double heard(List<Fitted> judges, AttackTrial trial) {
        return judges.stream()
                .mapToDouble(one -> one.leftOut.applyAsDouble(trial))
                .min()
                .orElseThrow();
    }

    /** Fitted on all trials; its threshold is set on persons that were left out, where there are enough of them. */
    Fitted fit() {
        AttackFusion.Specialist all = open();
        PersonGroups groups = PersonGroups.of(trials, GROUPS);
        List<AttackFusion.Specialist> withoutGroup = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            List<AttackTrial> others = groups.without(group, trials);
            if (others.stream().noneMatch(AttackTrial::counts)
                    || others.stream().allMatch(AttackTrial::live)
                    || groups.persons().size() < 2 * GROUPS) {
                return fitted(all, trial -> score(all, trial));
            }
            withoutGroup.add(new AttackFit(judge, others).open());
        }
        return fitted(all, trial -> score(withoutGroup.get(groups.groupOf(trial)), trial));
    }

    private Fitted fitted(AttackFusion.Specialist all, ToDoubleFunction<AttackTrial> score) {
        return limited(all, trials, score, judge.share());
    }

    /** A judge with its threshold where it suspects that share of the living. */
    static Fitted limited(
            AttackFusion.Specialist judge,
            List<AttackTrial> trials,
            ToDoubleFunction<AttackTrial> score,
            double share) {
        double limit = lowest(trials, score, share);
        return new Fitted(judge.at(limit), trial -> score.applyAsDouble(trial) - limit);
    }

    static double score(AttackFusion.Specialist judge, AttackTrial trial) {
        return judge.logOdds(AttackMeasures.named(trial.measures()));
    }

    /** Fitted, without a threshold. */
    private AttackFusion.Specialist open() {
        List<AttackFusion.Weight> scales =
                judge.measures().stream().map(this::scale).toList();
        double[][] rows = trials.stream().map(trial -> row(trial, scales)).toArray(double[][]::new);
        boolean[] living = new boolean[rows.length];
        for (int i = 0; i < living.length; i++) {
            living[i] = trials.get(i).live();
        }
        double[] fitted = LogisticRegression.fit(rows, living, weights, judge.penalty());
        List<AttackFusion.Weight> signals = new ArrayList<>();
        double bias = fitted[0];
        for (int i = 0; i < scales.size(); i++) {
            AttackFusion.Weight scale = scales.get(i);
            double trust = scale.signal() == AttackSignal.NETWORK ? TRUST_IN_NETWORK : 0;
            bias += trust * scale.mean();
            signals.add(new AttackFusion.Weight(
                    scale.signal(),
                    scale.measure(),
                    scale.mean(),
                    scale.deviation(),
                    round(fitted[i + 1] + trust * scale.deviation()),
                    judge.eitherWay() ? round(fitted[1 + scales.size() + i]) : 0));
        }
        return new AttackFusion.Specialist(judge.kind(), round(bias), 0.5, signals);
    }

    /** The score below which that share of the living lies in the data set where it is lowest. */
    private static double lowest(List<AttackTrial> trials, ToDoubleFunction<AttackTrial> score, double share) {
        Map<String, List<Double>> scores = trials.stream()
                .filter(AttackTrial::counts)
                .collect(Collectors.groupingBy(
                        AttackTrial::group, Collectors.mapping(score::applyAsDouble, Collectors.toList())));
        return scores.values().stream()
                .mapToDouble(group -> group.stream()
                        .sorted()
                        .skip((long) (share * group.size()))
                        .findFirst()
                        .orElseThrow())
                .min()
                .orElseThrow(() -> new IllegalArgumentException("no living person among the trials"));
    }

    private AttackFusion.Weight scale(int measure) {
        double sum = 0;
        double squares = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            if (judge.eitherWay() && !trials.get(i).live()) {
                continue;
            }
            double value = trials.get(i).measures().get(measure);
            sum += weights[i] * value;
            squares += weights[i] * value * value;
            total += weights[i];
        }
        double mean = sum / total;
        double deviation = Math.sqrt(Math.max(0, squares / total - mean * mean));
        AttackMeasures.Name name = AttackMeasures.NAMES.get(measure);
        return new AttackFusion.Weight(name.signal(), name.measure(), round(mean), Math.max(1e-5, round(deviation)), 0);
    }

    private double[] row(AttackTrial trial, List<AttackFusion.Weight> scales) {
        int measures = scales.size();
        double[] row = new double[1 + (judge.eitherWay() ? 2 * measures : measures)];
        row[0] = 1;
        for (int i = 0; i < measures; i++) {
            double value = scales.get(i)
                    .standardised(trial.measures().get(judge.measures().get(i)));
            row[i + 1] = value;
            if (judge.eitherWay()) {
                row[1 + measures + i] = Math.abs(value);
            }
        }
        return row;
    }

    private static double[] weights(List<AttackTrial> trials) {
        Map<String, Long> sizes = trials.stream().collect(Collectors.groupingBy(AttackFit::key, Collectors.counting()));
        Map<Kind, Double> groups = sizes.keySet().stream()
                .collect(Collectors.groupingBy(Kind::of, Collectors.summingDouble(AttackFit::weight)));
        boolean both = groups.containsKey(Kind.MADE) && groups.containsKey(Kind.REAL);
        return trials.stream()
                .mapToDouble(trial -> {
                    String key = key(trial);
                    Kind kind = Kind.of(key);
                    double share =
                            !both || kind == Kind.LIVE ? 1 : kind == Kind.REAL ? SHARE_OF_REAL : 1 - SHARE_OF_REAL;
                    return 1000 * share * weight(key) / groups.get(kind) / sizes.get(key);
                })
                .toArray();
    }

    /** Of a set or species among those of its kind. */
    private static double weight(String key) {
        return key.endsWith(AttackMeasurement.OTHER_CAMERA) ? WEIGHT_OF_OTHER_CAMERA : 1;
    }

    private enum Kind {
        LIVE,
        REAL,
        MADE;

        static Kind of(String key) {
            if (key.startsWith("live ")) {
                return LIVE;
            }
            return MadeAttack.of(key.substring("attack ".length())).isPresent() ? MADE : REAL;
        }
    }

    private static String key(AttackTrial trial) {
        return (trial.live() ? "live " : "attack ") + trial.group();
    }

    private static double round(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
