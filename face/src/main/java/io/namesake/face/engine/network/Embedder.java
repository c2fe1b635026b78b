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
    /** A face and its mirror image that agree better than this are as clear as can be. */
    private static final double LEAST_DIFFERENCE = 0.001;

    private final List<Network> networks;

    Embedder(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /** @param crops the face, aligned as a network was trained */
    public Template embed(Function<Alignment, Picture> crops) {
        float[][] vectors = new float[networks.size()][];
        double agreement = 0;
        double weights = 0;
        double lengths = 0;
        for (int i = 0; i < vectors.length; i++) {
            Descriptor.Network descriptor = networks.get(i).descriptor();
            int dimension = descriptor.dimension();
            float[] both = withMirror(networks.get(i), crops);
            double length = (normalise(both, 0, dimension) + normalise(both, dimension, 2 * dimension)) / 2;
            lengths += descriptor.lengthInClarity() * Math.log(Math.max(length, Float.MIN_NORMAL));
            agreement += descriptor.weightInMean() * cosine(both, dimension);
            weights += descriptor.weightInMean();
            vectors[i] = sum(both, dimension);
        }
        return new Template(vectors, lengths - Math.log(1 + LEAST_DIFFERENCE - agreement / weights));
    }

    /**
     * How clearly the networks see a face, about 7.9: how alike they find it and its mirror image, as the negative logarithm of how much
     * the mean of the cosines by the networks' weights lacks to {@value #LEAST_DIFFERENCE} beyond 1, and how long their embeddings are before
     * they are brought to length 1, as logarithms by {@code weightOfLength}. Both are low where a network sees little of a person: dark
     * glasses, a hand before the face, a profile, a look at the ground, blur. It is a measure of the picture and says nothing about who is in it.
     */
    public static double clarity(Template template) {
        return template.clarity();
    }

    /** The embeddings of the face and of its mirror image, one after the other. */
    private static float[] withMirror(Network network, Function<Alignment, Picture> crops) {
        Descriptor.Network descriptor = network.descriptor();
        Picture crop = crops.apply(descriptor.alignment());
        return network.run(
                        2,
                        tensor -> Tensors.writeWithMirror(crop, descriptor.input(), tensor),
                        descriptor.output("embedding"))[0];
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

    /** Brings a vector to length 1 and says how long it was. */
    private static double normalise(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) values[i] * values[i];
        }
        float factor = (float) (1 / Math.sqrt(Math.max(sum, Float.MIN_NORMAL)));
        for (int i = from; i < to; i++) {
            values[i] *= factor;
        }
        return Math.sqrt(sum);
    }
}
