package io.namesake.face;

import java.util.List;
import java.util.Objects;

/**
 * A verification with pictures of what the engine saw on its way. It is for a person who wants to understand an answer; the server never asks for
 * it, since nothing in it may be kept.
 *
 * @param verification the answer, the same as {@link FaceVerifier#verify} gives
 * @param document what was seen in the document's picture, as far as the engine came; empty for what is no picture
 * @param selfie what was seen in the selfie, likewise
 */
public record Explanation(Verification verification, List<Illustration> document, List<Illustration> selfie) {
    public Explanation {
        Objects.requireNonNull(verification, "verification");
        document = List.copyOf(document);
        selfie = List.copyOf(selfie);
    }

    /** What was seen in one of the two pictures. */
    public List<Illustration> of(Role role) {
        return role == Role.DOCUMENT ? document : selfie;
    }
}
