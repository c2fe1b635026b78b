package io.namesake.face.evaluation.attacks;

import io.namesake.face.AttackFusion;
import io.namesake.face.engine.attack.AttackMeasures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fits the fusion of measures. Living and attacking presentations weigh the same together; among the living each data set, among the attacks the real
 * ones together and the made ones together, and within these each species, so that a large folder does not outvote a small one.
 */
final class AttackFit {
    /** On standardised measures; small weights keep one camera's habits from becoming a rule. */
    private static final double PENALTY = 0.01;

    /** What the real species weigh among all attacks when there are made ones too. */
    private static final double SHARE_OF_REAL = 0.7;

    /** The threshold is where this share of the living is suspected in the data set where it is highest. */
    private static final double SHARE_OF_LIVING_SUSPECTED = 0.05;

    private final List<AttackTrial> trials;
    private final double[] weights;

    private AttackFit(List<AttackTrial> trials) {
        this.trials = trials;
        weights = weights(trials);
    }

    /** A fusion without measured rates. Of species that no fit may learn from it learns nothing. */
    static AttackFusion fit(List<AttackTrial> trials, String network, String dataSet, LocalDate date) {
        return new AttackFit(trials.stream().filter(AttackFit::isFitted).toList()).fit(network, dataSet, date);
    }

    static boolean isFitted(AttackTrial trial) {
        return Arrays.stream(MadeAttack.values())
                .allMatch(attack -> attack.fitted() || !trial.species().equals(Optional.of(attack.species())));
    }

    private AttackFusion fit(String network, String dataSet, LocalDate date) {
        List<AttackFusion.Weight> scales = IntStream.range(0, AttackMeasures.NAMES.size())
                .mapToObj(this::scale)
                .toList();
        double[][] rows = trials.stream().map(trial -> row(trial, scales)).toArray(double[][]::new);
        boolean[] living = new boolean[rows.length];
        for (int i = 0; i < living.length; i++) {
            living[i] = trials.get(i).live();
        }
        double[] fitted = LogisticRegression.fit(rows, living, weights, PENALTY);
        List<AttackFusion.Weight> signals = new ArrayList<>();
        for (int i = 0; i < scales.size(); i++) {
            AttackFusion.Weight scale = scales.get(i);
            signals.add(new AttackFusion.Weight(
                    scale.signal(), scale.measure(), scale.mean(), scale.deviation(), round(fitted[i + 1])));
        }
        AttackFusion open = new AttackFusion(network, dataSet, date, round(fitted[0]), 0.5, signals, List.of());
        return new AttackFusion(network, dataSet, date, open.bias(), threshold(open), signals, List.of());
    }

    private double threshold(AttackFusion fusion) {
        Map<String, List<Double>> scores = trials.stream()
                .filter(AttackTrial::live)
                .collect(Collectors.groupingBy(
                        AttackTrial::group,
                        Collectors.mapping(
                                trial -> fusion.judge(trial.measures()).liveScore(), Collectors.toList())));
        double lowest = scores.values().stream()
                .mapToDouble(group -> group.stream()
                        .sorted()
                        .skip((long) (SHARE_OF_LIVING_SUSPECTED * group.size()))
                        .findFirst()
                        .orElseThrow())
                .min()
                .orElseThrow(() -> new IllegalArgumentException("no living person among the trials"));
        // Down rather than to the nearest, so that rounding suspects nobody.
        return Math.max(1e-5, Math.floor(lowest * 1e5) / 1e5);
    }

    private AttackFusion.Weight scale(int measure) {
        double sum = 0;
        double squares = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
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

    private static double[] row(AttackTrial trial, List<AttackFusion.Weight> scales) {
        double[] row = new double[scales.size() + 1];
        row[0] = 1;
        for (int i = 0; i < scales.size(); i++) {
            row[i + 1] = scales.get(i).standardised(trial.measures().get(i));
        }
        return row;
    }

    private static double[] weights(List<AttackTrial> trials) {
        Map<String, Long> sizes = trials.stream().collect(Collectors.groupingBy(AttackFit::key, Collectors.counting()));
        Map<Kind, Long> groups =
                sizes.keySet().stream().collect(Collectors.groupingBy(Kind::of, Collectors.counting()));
        boolean both = groups.containsKey(Kind.MADE) && groups.containsKey(Kind.REAL);
        return trials.stream()
                .mapToDouble(trial -> {
                    Kind kind = Kind.of(key(trial));
                    double share =
                            !both || kind == Kind.LIVE ? 1 : kind == Kind.REAL ? SHARE_OF_REAL : 1 - SHARE_OF_REAL;
                    return 1000 * share / groups.get(kind) / sizes.get(key(trial));
                })
                .toArray();
    }

    private enum Kind {
        LIVE,
        REAL,
        MADE;

        static Kind of(String key) {
            if (key.startsWith("live ")) {
                return LIVE;
            }
            boolean made =
                    Arrays.stream(MadeAttack.values()).anyMatch(attack -> key.equals("attack " + attack.species()));
            return made ? MADE : REAL;
        }
    }

    private static String key(AttackTrial trial) {
        return (trial.live() ? "live " : "attack ") + trial.group();
    }

    private static double round(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
