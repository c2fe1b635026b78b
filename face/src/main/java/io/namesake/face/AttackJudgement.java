package io.namesake.face;

import java.util.Objects;

/**
 * What one judge of an {@link AttackFusion} says about a selfie, be it heard or not. The log-odds of its score are its bias and what each of its
 * signals contributes, together.
 *
 * @param kind {@link #GENERAL}, or what a specialist looks for, see {@link AttackFusion.Specialist}
 * @param bias log-odds of a living person where every measure is average
 * @param said what would be the finding if this judge were the only one
 */
public record AttackJudgement(String kind, double bias, PresentationAttack said) {
    /** The judge that is heard first, over whatever no specialist looks for. */
    public static final String GENERAL = "general";

    public AttackJudgement {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(said, "said");
    }
}
