package io.namesake.face;

import static io.namesake.face.DescribedJson.require;

import io.namesake.face.PresentationAttack.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
        List<Measured> measured) {

    /**
     * One measure's part: {@code weight * (value - mean) / deviation}, the standardised value held within -3..3, so that none alone decides.
     *
     * @param signal what it belongs to
     * @param measure its name
     * @param mean over the pictures fitted on
     * @param deviation likewise, above 0
     * @param weight in log-odds
     */
    public record Weight(AttackSignal signal, String measure, double mean, double deviation, double weight) {
        private static final double FARTHEST = 3;

        public double standardised(double value) {
            return Math.clamp((value - mean) / deviation, -FARTHEST, FARTHEST);
        }
    }

    /**
     * One error rate (ISO/IEC 30107-3:2023), never averaged with another.
     *
     * @param rate {@code BPCER} or {@code APCER}
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
        require(network != null && !network.isBlank(), "the network must be named");
        require(dataSet != null && date != null, "data set and date must be named");
        require(Double.isFinite(bias) && threshold > 0 && threshold < 1, "the threshold must lie between 0 and 1");
        weights = List.copyOf(weights);
        measured = List.copyOf(measured);
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

    /**
     * Fuses the measures of one picture.
     *
     * @param measures one per weight, in their order
     */
    public PresentationAttack judge(List<Double> measures) {
        require(measures.size() == weights.size(), measures.size() + " measures for " + weights.size() + " weights");
        List<SignalValue> signals = new ArrayList<>();
        double logOdds = bias;
        for (int i = 0; i < weights.size(); i++) {
            Weight weight = weights.get(i);
            double part = weight.weight * weight.standardised(measures.get(i));
            logOdds += part;
            if (signals.isEmpty() || signals.getLast().signal() != weight.signal) {
                signals.add(new SignalValue(weight.signal, measures.get(i), part));
            } else {
                SignalValue so = signals.removeLast();
                signals.add(new SignalValue(so.signal(), so.value(), so.contribution() + part));
            }
        }
        double score = 1 / (1 + Math.exp(-logOdds));
        return new PresentationAttack(score, threshold, score >= threshold ? Finding.LIVE : Finding.SUSPECTED, signals);
    }

    /** This fusion with what was measured. */
    public AttackFusion with(List<Measured> rates) {
        return new AttackFusion(network, dataSet, date, bias, threshold, weights, rates);
    }
}
