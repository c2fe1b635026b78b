package io.namesake.face;

import java.util.Objects;

/**
 * A picture of what the engine saw, for a person to look at. It shows the face of the picture that was given, so it is as private as that one.
 *
 * @param kind what it shows
 * @param width pixels
 * @param height pixels
 * @param png the bytes of a PNG file
 */
public record Illustration(Kind kind, int width, int height, byte[] png) {

    /** What an illustration shows. */
    public enum Kind {
        /** The whole picture, upright, with a blue box around the face that is meant, orange ones around others, and the face's points. */
        PICTURE,
        /** The face, cut out and turned upright as the networks with ArcFace's reference points see it. */
        ARCFACE_CROP,
        /** The face, likewise, as dlib's network sees it. */
        DLIB_CROP
    }

    public Illustration {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(png, "png");
    }
}
