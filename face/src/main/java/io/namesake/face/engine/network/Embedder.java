package io.namesake.face.engine.network;

import io.namesake.face.engine.align.Alignment;
import io.namesake.face.engine.decode.Picture;
import java.util.List;
import java.util.function.Function;

/**
 * Makes templates. Each network sees the aligned face and its mirror image in one run; both embeddings are brought to length 1,
 * added, and brought to length 1 again, which cancels part of what comes from pose and light rather than from the person.
 */
public final class Embedder {
    private final List<Network> networks;

    Embedder(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /** @param crops the face, aligned as a network was trained */
    public Template embed(Function<Alignment, Picture> crops) {
        float[][] vectors = new float[networks.size()][];
        double agreement = 0;
        double weights = 0;
        for (int i = 0; i < vectors.length; i++) {
            Descriptor.Network descriptor = networks.get(i).descriptor();
            float[] both = withMirror(networks.get(i), crops);
            agreement += descriptor.weightInMean() * cosine(both, descriptor.dimension());
            weights += descriptor.weightInMean();
            vectors[i] = sum(both, descriptor.dimension());
        }
        return new Template(vectors, agreement / weights);
    }

    /**
     * How alike the networks find the face and its mirror image: the mean of the cosines by the networks' weights, about 0.98. Low where a
     * network sees little of a person: dark glasses, a hand before the face, a profile, a look at the ground, blur. It is a measure of the
     * picture and says nothing about who is in it.
     */
    public static double mirrorAgreement(Template template) {
        return template.mirrorAgreement();
    }

    /** The unit vectors of the face and of its mirror image, one after the other. */
    private static float[] withMirror(Network network, Function<Alignment, Picture> crops) {
        Descriptor.Network descriptor = network.descriptor();
        Picture crop = crops.apply(descriptor.alignment());
        float[] both = network.run(
                        2,
                        tensor -> Tensors.writeWithMirror(crop, descriptor.input(), tensor),
                        descriptor.output("embedding"))[0];
        int dimension = descriptor.dimension();
        normalise(both, 0, dimension);
        normalise(both, dimension, 2 * dimension);
        return both;
    }

    private static double cosine(float[] both, int dimension) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += (double) both[i] * both[dimension + i];
        }
        return sum;
    }

    private static float[] sum(float[] both, int dimension) {
        float[] sum = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            sum[i] = both[i] + both[dimension + i];
        }
        normalise(sum, 0, dimension);
        return sum;
    }

    private static void normalise(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) values[i] * values[i];
        }
        float factor = (float) (1 / Math.sqrt(Math.max(sum, Float.MIN_NORMAL)));
        for (int i = from; i < to; i++) {
            values[i] *= factor;
        }
    }
}
