package io.namesake.remediation.internal;

import java.util.List;

/** What comes of an event. */
sealed interface Step {

    /** It moved the case. */
    record To(CaseState state, List<Effect> effects) implements Step {
        public To {
            effects = List.copyOf(effects);
        }

        public To(CaseState state, Effect... effects) {
            this(state, List.of(effects));
        }

        /** Whether it only reminds somebody of what follows. */
        boolean isReminder() {
            return effects.stream()
                    .anyMatch(effect -> effect instanceof Effect.Notify(var kind)
                            && (kind == NoticeKind.REMINDER || kind == NoticeKind.DECISION_REMINDER));
        }
    }

    /** It changes nothing, and nobody did anything wrong: a timer that came early, a second proof of delivery. */
    record Nothing() implements Step {}

    /** It cannot be now. */
    record Barred(Bar why) implements Step {}

    /** Why something cannot be. */
    enum Bar {
        /** Nothing can follow any more. */
        CLOSED,
        /** Not where the case stands. */
        NOT_NOW,
        /** No more extensions of this cause. */
        NO_MORE_EXTENSIONS,
        /** No more appeals, or too late for one. */
        NO_MORE_APPEALS,
        /** Whoever decided in this case before must not decide this. */
        ANOTHER_PERSON_REQUIRED
    }
}
