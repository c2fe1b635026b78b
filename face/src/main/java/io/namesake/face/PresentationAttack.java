package io.namesake.face;

import java.util.List;
import java.util.Objects;

/**
 * What passive presentation-attack detection says about the selfie (ISO/IEC 30107-1): a network and signals computed from the picture, fused. One
 * picture gives signals, not a defence: some attacks pass and some living people are suspected ({@code docs/presentation-attacks.md} has the error
 * rates by species), so a caller must neither verify because of {@link Finding#LIVE} alone nor refuse because of {@link Finding#SUSPECTED}.
 *
 * @param liveScore 0 (attack) .. 1 (living person); 0 when not assessed
 * @param threshold the score from which the finding is {@link Finding#LIVE}
 * @param finding what that means
 * @param signals what led to it, at most one per {@link AttackSignal}, in its order: those of the judge
 *     that was heard, see {@link AttackFusion#heard}; empty when not assessed
 */
public record PresentationAttack(double liveScore, double threshold, Finding finding, List<SignalValue> signals) {
    public PresentationAttack {
        Objects.requireNonNull(finding, "finding");
        signals = List.copyOf(signals);
    }

    /** A finding without its signals. */
    public PresentationAttack(double liveScore, double threshold, Finding finding) {
        this(liveScore, threshold, finding, List.of());
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
