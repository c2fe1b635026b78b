package io.namesake.face.engine.network;

import io.namesake.face.NetworkSimilarity;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares two templates. Each network's cosine is put on a common scale, as standard deviations above the mean of different
 * persons (z-score), and the scores are averaged by the networks' weights: networks that err differently outvote each other's errors.
 */
public final class Matcher {
    private final List<Descriptor.Network> networks;
    private final float[] mean;
    private final float[] deviation;
    /** Their sum is 1. */
    private final float[] weight;

    Matcher(List<Descriptor.Network> networks) {
        this.networks = List.copyOf(networks);
        this.mean = new float[networks.size()];
        this.deviation = new float[networks.size()];
        this.weight = new float[networks.size()];
        double all =
                networks.stream().mapToDouble(Descriptor.Network::weightInMean).sum();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = networks.get(i).impostorMean().floatValue();
            deviation[i] = (float) networks.get(i).impostorDeviation();
            weight[i] = (float) (networks.get(i).weightInMean() / all);
        }
    }

    /** Weighted mean z-score of two templates made by the same models. */
    public double similarity(Template one, Template other) {
        float sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += weight[i] * ((one.cosine(other, i) - mean[i]) / deviation[i]);
        }
        return sum;
    }

    /** What each network says. */
    public List<NetworkSimilarity> explain(Template one, Template other) {
        List<NetworkSimilarity> similarities = new ArrayList<>();
        for (int i = 0; i < mean.length; i++) {
            float cosine = one.cosine(other, i);
            similarities.add(new NetworkSimilarity(networks.get(i).id(), cosine, (cosine - mean[i]) / deviation[i]));
        }
        return similarities;
    }
}
