package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.remediation.SettledCause;
import io.namesake.remediation.internal.Standing.Appealed;
import io.namesake.remediation.internal.Standing.AwaitingDecision;
import io.namesake.remediation.internal.Standing.Deactivated;
import io.namesake.remediation.internal.Standing.Ended;
import io.namesake.remediation.internal.Standing.NoticeDue;
import io.namesake.remediation.internal.Standing.Running;
import io.namesake.remediation.internal.Standing.Settled;
import io.namesake.remediation.internal.Standing.Unreached;
import io.namesake.remediation.internal.Step.To;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Every place on the road, under the shipped terms: one reminder before each stage, one appeal at most before the end. */
final class MachinePlaces {
    static final Terms TERMS = TestTerms.SHIPPED;
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final UUID LI = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final UUID WANG = UUID.fromString("00000000-0000-0000-0000-000000000002");

    private MachinePlaces() {}

    /** A phase with its stage; whoever is at a place that is called FRESH was not reminded yet of what follows. */
    static CaseState place(String name) {
        Standing standing = switch (name) {
            case "NOTICE_DUE" -> new NoticeDue(START);
            case "UNREACHED" -> new Unreached();
            case "NOTIFIED", "FRESH0" -> new Running(START, 0);
            case "LIMITED1", "FRESH1" -> new Running(START, 1);
            case "LIMITED2", "FRESH2" -> new Running(START, 2);
            case "AWAITING" -> new AwaitingDecision(START);
            case "APPEALED1" -> new Appealed(Duration.ofDays(31), 1, false);
            case "APPEALED2due" -> new Appealed(Duration.ofDays(61), 2, true);
            case "DEACTIVATED" -> new Deactivated(START, START.plus(TERMS.quarantine()));
            case "SETTLED" -> new Settled(SettledCause.VERIFIED);
            case "ENDED" -> new Ended();
            default -> throw new IllegalArgumentException(name);
        };
        int reminded = standing instanceof Running && !name.startsWith("FRESH") ? 1 : 0;
        return new CaseState(standing, List.of(), name.startsWith("APPEALED") ? 1 : 0, Set.of(), reminded);
    }

    /** Where an event leads that leads somewhere. */
    static CaseState to(CaseState state, Event event, Instant now) {
        assertThat(RemediationMachine.next(state, TERMS, event, now)).isInstanceOf(To.class);
        return ((To) RemediationMachine.next(state, TERMS, event, now)).state();
    }
}
