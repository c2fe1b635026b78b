package io.namesake.face.evaluation;

import java.io.IOException;

/** Where an evaluation gets its pictures from. Called by several threads at once. */
@FunctionalInterface
public interface ImageSource {
    /**
     * The bytes of the picture of that name.
     *
     * @throws IOException when it cannot be read; the evaluation ends with that
     */
    byte[] read(String name) throws IOException;
}
