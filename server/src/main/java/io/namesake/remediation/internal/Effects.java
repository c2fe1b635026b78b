package io.namesake.remediation.internal;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.EndCause;
import io.namesake.registry.LineControl;
import io.namesake.registry.Lines;
import io.namesake.remediation.Doubt;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does what the machine said, in its order and in the step's transaction. */
@Component
class Effects {
    private final LineControl control;
    private final Lines lines;
    private final NoticeOutbox notices;

    Effects(LineControl control, Lines lines, NoticeOutbox notices) {
        this.control = control;
        this.lines = lines;
        this.notices = notices;
    }

    void carryOut(RemediationCase after, List<Effect> effects) {
        for (var effect : effects) {
            switch (effect) {
                case Effect.Notify(var kind) -> notices.add(after, kind);
                case Effect.SetLimits(var limits) -> control.limit(after.lineId(), after.id(), limits);
                case Effect.Deactivate(var until) ->
                    control.deactivate(after.lineId(), after.id(), cause(after.doubt()), until);
                case Effect.Reinstate _ -> {
                    // Who was verified for the line has it already. Else it can only be gone when its quarantine is
                    // over, and then the case is over, too.
                    if (!control.reinstate(after.lineId(), after.id()) && !lines.isInUse(after.lineId())) {
                        throw new Problem(ProblemType.CASE_CLOSED);
                    }
                }
                case Effect.Escalate _ -> notices.addLetter(after);
            }
        }
        if (after.state().standing().phase().isFinal()) {
            notices.giveUpOlder(after);
        }
    }

    private static EndCause cause(Doubt doubt) {
        return doubt == Doubt.HOLDER_DECEASED ? EndCause.DECEASED : EndCause.DEACTIVATED;
    }
}
