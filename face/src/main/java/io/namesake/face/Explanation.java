package io.namesake.face;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A verification with pictures of what the engine saw on its way. It is for a person who wants to understand an answer; the server never asks for
 * it, since nothing in it may be kept.
 *
 * @param verification the answer, the same as {@link FaceVerifier#verify} gives
 * @param document what was seen in the document's picture, as far as the engine came; empty for what is no picture
 * @param selfie what was seen in the selfie, likewise
 * @param clarity how clearly the networks saw each face that they were shown: where one is too unclear, a low similarity asks for a person instead of refusing
 * @param judgements what each judge said about a picture of a picture, of which the verification has one; empty where the network stands alone or
 *     the engine did not come that far
 */
public record Explanation(
        Verification verification,
        List<Illustration> document,
        List<Illustration> selfie,
        Map<Role, Clarity> clarity,
        List<AttackJudgement> judgements) {
    public Explanation {
        Objects.requireNonNull(verification, "verification");
        document = List.copyOf(document);
        selfie = List.copyOf(selfie);
        clarity = Map.copyOf(clarity);
        judgements = List.copyOf(judgements);
    }

    /** What was seen in one of the two pictures. */
    public List<Illustration> of(Role role) {
        return role == Role.DOCUMENT ? document : selfie;
    }
}
