package io.namesake.face.engine.network;

import io.namesake.face.ModelException;
import io.namesake.face.PresentationAttack;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.engine.align.Box;
import io.namesake.face.engine.align.Resampler;
import io.namesake.face.engine.attack.AttackMeasures;
import io.namesake.face.engine.attack.NetworkLooks;
import io.namesake.face.engine.decode.Picture;
import java.util.Arrays;
import java.util.List;

/**
 * Asks a presentation-attack network of the MiniFASNet family (the "Silent-Face-Anti-Spoofing" recipe) whether a face is a picture of a
 * picture. The network looks at the surroundings too: at the box, widened by a factor. Where the picture ends sooner, the factor
 * shrinks, and the crop is shifted into the picture rather than filled with black.
 */
public final class LivenessScorer {
    /**
     * For models without a fusion: the network alone then suspects some 5 % of LFW's pictures and lets 41 % of NUAA's printed photos pass
     * ({@code docs/presentation-attacks.md}), though these tight crops lack the surroundings that it looks for.
     */
    static final double DEFAULT_THRESHOLD = 0.03;

    private static final String LAYERS = "layers";
    private static final float[] NOTHING = {};

    private final Network network;

    LivenessScorer(Network network) {
        this.network = network;
    }

    /** The network's id in the descriptor. */
    public String networkId() {
        return network.descriptor().id();
    }

    /** The live score from which nothing is suspected. */
    public double threshold() {
        Double threshold = network.descriptor().liveThreshold();
        return threshold == null ? DEFAULT_THRESHOLD : threshold;
    }

    /** Whether it can say what its layers see, of the face and its surroundings and once more of the face alone. */
    boolean saysWhatLayersSee() {
        return network.descriptor().hasOutput(LAYERS) && network.descriptor().nearBoxScale() != null;
    }

    /**
     * Looks once, at the face and its surroundings.
     *
     * @return without what the layers see
     */
    public NetworkLooks look(Picture picture, DetectedFace face) {
        float[] logits = run(
                picture,
                face,
                List.of(network.descriptor().boxScale()),
                network.descriptor().output("logits"))[0];
        return new NetworkLooks(alone(logits), NOTHING, NOTHING);
    }

    /**
     * Looks twice, the second time at little more than the face, and says what the layers see. What paper and screens do to a face is seen there better than by
     * the three classes that it was trained for.
     *
     * @throws io.namesake.face.ModelException when it says another number of things than {@link AttackMeasures#LAYERS}
     */
    public NetworkLooks lookTwice(Picture picture, DetectedFace face) {
        Descriptor.Network descriptor = network.descriptor();
        if (!saysWhatLayersSee()) {
            return look(picture, face);
        }
        float[][] seen = run(
                picture,
                face,
                List.of(descriptor.boxScale(), descriptor.nearBoxScale()),
                descriptor.output("logits"),
                descriptor.output(LAYERS));
        if (seen[1].length != 2 * AttackMeasures.LAYERS) {
            throw new ModelException(descriptor.file() + " says " + seen[1].length / 2 + " numbers of its layers, not "
                    + AttackMeasures.LAYERS);
        }
        return new NetworkLooks(
                alone(Arrays.copyOf(seen[0], seen[0].length / 2)),
                Arrays.copyOf(seen[1], AttackMeasures.LAYERS),
                Arrays.copyOfRange(seen[1], AttackMeasures.LAYERS, 2 * AttackMeasures.LAYERS));
    }

    /** One look for each scale of the face's box. */
    private float[][] run(Picture picture, DetectedFace face, List<Double> scales, String... outputs) {
        Descriptor.Input input = network.descriptor().input();
        return network.run(
                scales.size(),
                tensor -> scales.forEach(scale -> {
                    Box crop = surroundings(face.box(), scale, picture);
                    Tensors.write(Resampler.stretch(picture, crop, input.width(), input.height()), input, tensor);
                }),
                outputs);
    }

    private PresentationAttack alone(float[] logits) {
        double live = softmax(logits, network.descriptor().liveIndex());
        return new PresentationAttack(live, threshold(), live >= threshold() ? Finding.LIVE : Finding.SUSPECTED);
    }

    /** The box widened around its centre, as far as the picture allows, and shifted into it. */
    static Box surroundings(Box face, double wanted, Picture picture) {
        double scale = Math.min(
                wanted, Math.min((picture.height() - 1) / face.height(), (picture.width() - 1) / face.width()));
        double width = face.width() * scale;
        double height = face.height() * scale;
        double x = Math.clamp(face.centre().x() - width / 2, 0, Math.max(0, picture.width() - 1 - width));
        double y = Math.clamp(face.centre().y() - height / 2, 0, Math.max(0, picture.height() - 1 - height));
        return new Box(x, y, width, height);
    }

    private static double softmax(float[] logits, int index) {
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - logits[index]);
        }
        return 1 / sum;
    }
}
