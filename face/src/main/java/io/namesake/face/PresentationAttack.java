package io.namesake.face;

import java.util.Objects;

/**
 * What the passive presentation-attack network says about the selfie (ISO/IEC 30107-1). One network on one picture is a signal,
 * not a defence: it misses many printed photos, so a caller must neither verify because of {@link Finding#LIVE} nor refuse because
 * of {@link Finding#SUSPECTED}.
 *
 * @param liveScore 0 (attack) .. 1 (living person); 0 when not assessed
 * @param threshold the score from which the finding is {@link Finding#LIVE}
 * @param finding what that means
 */
public record PresentationAttack(double liveScore, double threshold, Finding finding) {
    public PresentationAttack {
        Objects.requireNonNull(finding, "finding");
    }

    /** What a presentation-attack score means. */
    public enum Finding {
        /** Nothing suspicious was seen. */
        LIVE,
        /** This may be a picture of a picture, a screen or a mask. */
        SUSPECTED,
        /** No such network is among the models. */
        NOT_ASSESSED
    }
}
