package io.namesake.face.engine.network;

import java.util.Arrays;

/**
 * What the embedding networks make of one face: a unit vector per network. Opaque, without identity, and not serializable; it
 * exists to be compared with one other and is wiped when closed.
 */
public final class Template implements AutoCloseable {
    private final float[][] vectors;
    private final double clarity;

    Template(float[][] vectors, double clarity) {
        this.vectors = vectors;
        this.clarity = clarity;
    }

    /** See {@link Embedder#clarity}. */
    double clarity() {
        return clarity;
    }

    /** Cosine of this and another template by one network; ready for use by many threads. */
    float cosine(Template other, int network) {
        float[] u = vectors[network];
        float[] v = other.vectors[network];
        // Four sums at once, since one would wait for each addition to end.
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < u.length; i += 4) {
            s0 += u[i] * v[i];
            s1 += u[i + 1] * v[i + 1];
            s2 += u[i + 2] * v[i + 2];
            s3 += u[i + 3] * v[i + 3];
        }
        for (; i < u.length; i++) {
            s0 += u[i] * v[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    @Override
    public void close() {
        for (float[] vector : vectors) {
            Arrays.fill(vector, 0);
        }
    }
}
