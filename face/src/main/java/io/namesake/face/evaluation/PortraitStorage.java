package io.namesake.face.evaluation;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** How a document's chip keeps a portrait, where this library has no encoder for it. */
@FunctionalInterface
public interface PortraitStorage {
    /**
     * Stores a portrait and reads it again.
     *
     * @param portrait upright, in colour
     * @param mostBytes how large the stored file may be
     * @return what is left of it, as a file that {@link io.namesake.face.FaceVerifier} reads
     * @throws IOException when it cannot be stored
     */
    byte[] stored(BufferedImage portrait, int mostBytes) throws IOException;
}
