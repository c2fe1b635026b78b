package io.namesake.face;

import static io.namesake.face.DescribedJson.require;

import io.namesake.face.PresentationAttack.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the signals of passive presentation-attack detection are fused: a logistic regression, and how well it did on people it was not fitted on. Kept
 * as a JSON file with these names beside the models; {@code io.namesake.face.evaluation.attacks} makes one. It holds numbers about a set of pictures, nothing
 * about a person.
 *
 * @param network the id of the presentation-attack network it was fitted with; it is good for no other
 * @param dataSet what it was fitted on, in words
 * @param date when
 * @param bias log-odds of a living person where every signal is average
 * @param threshold the score, 0..1, from which nothing is suspected
 * @param specialists each judges as well, and looks for one kind of attack; none in files made before there were any
 * @param weights how each measure counts; those of one signal lie together, in the order of {@link AttackSignal}
 * @param measured error rates at the threshold, on persons left out of the fit; one per data set of living people and one per attack species
 */
public record AttackFusion(
        String network,
        String dataSet,
        LocalDate date,
        double bias,
        double threshold,
        List<Weight> weights,
        List<Specialist> specialists,
        List<Measured> measured) {

    /**
     * A second judge beside the first. What gives away one kind of attack is usual in another, so that one regression over all of them learns neither.
     *
     * @param kind what it looks for, such as {@code worn}
     * @param bias log-odds of a living person where every measure is average
     * @param threshold its score, 0..1, from which it suspects nothing
     * @param weights how each measure counts
     */
    public record Specialist(String kind, double bias, double threshold, List<Weight> weights) {
        public Specialist {
            requireSense(kind, bias, threshold);
            weights = List.copyOf(weights);
            requireSense(weights);
        }

        /**
         * Of a living person.
         *
         * @param measures by name
         */
        public double logOdds(Map<String, Double> measures) {
            return bias
                    + weights.stream()
                            .mapToDouble(weight -> weight.part(measures.get(weight.measure)))
                            .sum();
        }

        /** The same with its threshold at these log-odds. */
        public Specialist at(double logOdds) {
            return new Specialist(kind, bias, rounded(logOdds), weights);
        }
    }

    /**
     * One measure's part: {@code weight * z + either * |z|} with {@code z = (value - mean) / deviation} held within -3..3, so that none alone decides.
     *
     * @param signal what it belongs to
     * @param measure its name
     * @param mean over the pictures fitted on
     * @param deviation likewise, above 0
     * @param weight in log-odds
     * @param either what being off the mean counts, in either direction
     */
    public record Weight(
            AttackSignal signal, String measure, double mean, double deviation, double weight, double either) {
        private static final double FARTHEST = 3;

        public Weight(AttackSignal signal, String measure, double mean, double deviation, double weight) {
            this(signal, measure, mean, deviation, weight, 0.0);
        }

        double part(double value) {
            double standardised = standardised(value);
            return weight * standardised + either * Math.abs(standardised);
        }

        public double standardised(double value) {
            return Math.clamp((value - mean) / deviation, -FARTHEST, FARTHEST);
        }
    }

    /**
     * One error rate (ISO/IEC 30107-3:2023), never averaged with another.
     *
     * @param rate {@code BPCER}, {@code APCER} or {@code IAPAR}
     * @param of the data set or the attack species
     * @param presentations that were judged
     * @param persons shown in them
     * @param value 0..1
     * @param low lower end of the 95 % interval
     * @param high upper end
     */
    public record Measured(
            String rate, String of, long presentations, long persons, double value, double low, double high) {}

    /** @throws IllegalArgumentException when something is missing or the weights are not those of the signals */
    public AttackFusion {
        requireSense(network, bias, threshold);
        require(dataSet != null && date != null, "data set and date must be named");
        weights = List.copyOf(weights);
        specialists = specialists == null ? List.of() : List.copyOf(specialists);
        measured = List.copyOf(measured);
        requireSense(weights);
    }

    private static void requireSense(String name, double bias, double threshold) {
        require(name != null && !name.isBlank(), "the network and each specialist must be named");
        require(Double.isFinite(bias) && threshold > 0 && threshold < 1, "the threshold must lie between 0 and 1");
    }

    private static void requireSense(List<Weight> weights) {
        require(!weights.isEmpty(), "weights are missing");
        for (Weight weight : weights) {
            require(weight.signal != null && weight.measure != null, "a weight must name its signal and measure");
            require(weight.deviation > 0 && Double.isFinite(weight.weight), weight.measure + " makes no sense");
        }
    }

    /**
     * @param name of the file, for the message
     * @throws ModelException when it cannot be used, saying why
     */
    public static AttackFusion parse(byte[] json, String name) {
        return DescribedJson.parse(json, AttackFusion.class, "fusion " + name);
    }

    /** The file's content. */
    public String json() {
        return DescribedJson.write(this);
    }

    /** All judges: the general one first, under {@link AttackJudgement#GENERAL}, then the specialists. */
    public Stream<Specialist> judges() {
        return Stream.concat(
                Stream.of(new Specialist(AttackJudgement.GENERAL, bias, threshold, weights)), specialists.stream());
    }

    /** The weights of all judges. */
    public Stream<Weight> allWeights() {
        return Stream.concat(weights.stream(), specialists.stream().flatMap(one -> one.weights.stream()));
    }

    /** The last signal, in their order, that any judge weighs. */
    public AttackSignal lastSignal() {
        return allWeights().map(Weight::signal).max(Comparator.naturalOrder()).orElseThrow();
    }

    /**
     * Fuses the measures of one picture.
     *
     * @param measures by name, at least those of {@link #allWeights}
     * @return what the judge says that is {@linkplain #heard heard}
     */
    public PresentationAttack judge(Map<String, Double> measures) {
        return heard(judgements(measures));
    }

    /** What each judge says of one picture: the one over all attacks first, then the specialists. */
    public List<AttackJudgement> judgements(Map<String, Double> measures) {
        List<AttackJudgement> all = new ArrayList<>();
        all.add(new AttackJudgement(AttackJudgement.GENERAL, bias, judge(bias, threshold, weights, measures)));
        for (Specialist one : specialists) {
            all.add(new AttackJudgement(one.kind, one.bias, judge(one.bias, one.threshold, one.weights, measures)));
        }
        return List.copyOf(all);
    }

    /** What the judge said that is farthest below its threshold or, where none is below, the least above it. */
    public static PresentationAttack heard(List<AttackJudgement> judgements) {
        return judgements.stream()
                .map(AttackJudgement::said)
                .min(Comparator.comparingDouble(AttackFusion::margin))
                .orElseThrow();
    }

    private static PresentationAttack judge(
            double bias, double threshold, List<Weight> weights, Map<String, Double> measures) {
        List<SignalValue> signals = new ArrayList<>();
        double logOdds = bias;
        for (Weight weight : weights) {
            double value = measures.get(weight.measure);
            double part = weight.part(value);
            logOdds += part;
            if (signals.isEmpty() || signals.getLast().signal() != weight.signal) {
                signals.add(new SignalValue(weight.signal, value, 1, part));
            } else {
                SignalValue so = signals.removeLast();
                signals.add(new SignalValue(so.signal(), so.value(), so.measures() + 1, so.contribution() + part));
            }
        }
        double score = 1 / (1 + Math.exp(-logOdds));
        return new PresentationAttack(score, threshold, score >= threshold ? Finding.LIVE : Finding.SUSPECTED, signals);
    }

    private static double margin(PresentationAttack attack) {
        return logOdds(attack.liveScore()) - logOdds(attack.threshold());
    }

    private static double logOdds(double score) {
        double inside = Math.clamp(score, 1e-12, 1 - 1e-12);
        return Math.log(inside / (1 - inside));
    }

    /** This fusion with every judge's threshold so much higher, in log-odds. */
    public AttackFusion stricter(double by) {
        return new AttackFusion(
                network,
                dataSet,
                date,
                bias,
                rounded(logOdds(threshold) + by),
                weights,
                specialists.stream()
                        .map(one -> one.at(AttackFusion.logOdds(one.threshold) + by))
                        .toList(),
                measured);
    }

    /** Down rather than to the nearest, so that rounding suspects nobody. */
    private static double rounded(double logOdds) {
        return Math.clamp(Math.floor(1e7 / (1 + Math.exp(-logOdds))) / 1e7, 1e-7, 1 - 1e-7);
    }

    /** This fusion with what was measured. */
    public AttackFusion with(List<Measured> rates) {
        return new AttackFusion(network, dataSet, date, bias, threshold, weights, specialists, rates);
    }
}
