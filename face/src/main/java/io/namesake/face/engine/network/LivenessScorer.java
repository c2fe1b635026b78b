package io.namesake.face.engine.network;

import io.namesake.face.PresentationAttack;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.engine.align.Box;
import io.namesake.face.engine.align.Resampler;
import io.namesake.face.engine.decode.Picture;

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

    public PresentationAttack score(Picture picture, DetectedFace face) {
        Descriptor.Input input = network.descriptor().input();
        Box crop = surroundings(face.box(), network.descriptor().boxScale(), picture);
        Picture seen = Resampler.stretch(picture, crop, input.width(), input.height());
        float[] logits = network.run(
                        1,
                        tensor -> Tensors.write(seen, input, tensor),
                        network.descriptor().output("logits"))[0];
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
