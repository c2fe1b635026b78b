package io.namesake.remediation.internal;

import io.namesake.remediation.Phase;
import io.namesake.remediation.SettledCause;
import io.namesake.remediation.internal.Standing.Appealed;
import io.namesake.remediation.internal.Standing.AwaitingDecision;
import io.namesake.remediation.internal.Standing.Deactivated;
import io.namesake.remediation.internal.Standing.Ended;
import io.namesake.remediation.internal.Standing.NoticeDue;
import io.namesake.remediation.internal.Standing.Running;
import io.namesake.remediation.internal.Standing.Settled;
import io.namesake.remediation.internal.Standing.Unreached;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Standing} as columns: what does not belong to a place is null there. */
record StandingColumns(
        Phase phase,
        int stage,
        @Nullable Instant moment,
        @Nullable Long shownMicros,
        boolean decisionWasDue,
        @Nullable Instant quarantineUntil,
        @Nullable SettledCause settled) {

    static StandingColumns of(Standing standing) {
        var phase = standing.phase();
        return switch (standing) {
            case NoticeDue(var since) -> new StandingColumns(phase, 0, since, null, false, null, null);
            case Unreached _, Ended _ -> new StandingColumns(phase, 0, null, null, false, null, null);
            case Running(var zero, int stage) -> new StandingColumns(phase, stage, zero, null, false, null, null);
            case AwaitingDecision(var zero) -> new StandingColumns(phase, 0, zero, null, true, null, null);
            case Appealed(var shown, int stage, boolean due) ->
                new StandingColumns(
                        phase,
                        stage,
                        null,
                        ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(shown)),
                        due,
                        null,
                        null);
            case Deactivated(var since, var until) -> new StandingColumns(phase, 0, since, null, false, until, null);
            case Settled(var cause) -> new StandingColumns(phase, 0, null, null, false, null, cause);
        };
    }

    Standing standing() {
        return switch (phase) {
            case NOTICE_DUE -> new NoticeDue(there(moment));
            case UNREACHED -> new Unreached();
            case NOTIFIED, LIMITED -> new Running(there(moment), stage);
            case AWAITING_DECISION -> new AwaitingDecision(there(moment));
            case APPEALED -> new Appealed(Duration.of(there(shownMicros), ChronoUnit.MICROS), stage, decisionWasDue);
            case DEACTIVATED -> new Deactivated(there(moment), there(quarantineUntil));
            case SETTLED -> new Settled(there(settled));
            case ENDED -> new Ended();
        };
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
