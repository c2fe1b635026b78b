package io.namesake.access.signin;

import io.namesake.access.StaffPrincipal;
import io.namesake.passkey.PasskeyAnswer;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Whoever changes with what they sign in shows once more who they are (NIST SP 800-63B-4, clause 4.1.2): a session that was left open must not
 * be enough to put another device in the place of theirs.
 */
@Component
class ProvenSessions {
    /** How long that is good. */
    private static final Duration GOOD = Duration.ofMinutes(5);

    private final StaffSessions sessions;
    private final SignIns signIns;
    private final StaffPasskeys passkeys;
    private final Clock clock;

    ProvenSessions(StaffSessions sessions, SignIns signIns, StaffPasskeys passkeys, Clock clock) {
        this.sessions = sessions;
        this.signIns = signIns;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /**
     * Lets only a session pass in which its person has just proven who they are.
     *
     * @throws Problem {@code session-unknown} for a token, {@code proof-required}
     */
    void require(StaffPrincipal staff, HttpServletRequest request) {
        var proven = here(staff, request).provenAt();
        if (proven == null || !clock.instant().isBefore(proven.plus(GOOD))) {
            throw new Problem(ProblemType.PROOF_REQUIRED);
        }
    }

    /** Begins to show a passkey. @throws Problem {@code session-unknown}, {@code step-not-possible} for whoever has none */
    StaffPasskeys.Begun begin(StaffPrincipal staff, HttpServletRequest request) {
        here(staff, request);
        if (passkeys.of(staff.staffId()).isEmpty()) {
            throw new Problem(ProblemType.STEP_NOT_POSSIBLE, "You have no passkey here.");
        }
        return passkeys.beginProof(staff.staffId());
    }

    /** By one of their passkeys. @throws Problem {@code passkey-not-accepted} */
    void prove(StaffPrincipal staff, PasskeyAnswer answer, HttpServletRequest request) {
        var session = here(staff, request);
        passkeys.prove(staff.staffId(), answer);
        sessions.proven(session.id());
    }

    /** By password and code. @throws Problem {@code sign-in-refused} or {@code sign-in-paused} */
    void prove(StaffPrincipal staff, String password, String code, HttpServletRequest request) {
        var session = here(staff, request);
        signIns.proveAgain(staff.staffId(), password, code);
        sessions.proven(session.id());
    }

    private StaffSessions.Session here(StaffPrincipal staff, HttpServletRequest request) {
        return sessions.found(request)
                .map(StaffSessions.Mine::session)
                .filter(session -> session.staff().equals(staff.staffId()))
                .orElseThrow(() -> new Problem(ProblemType.SESSION_UNKNOWN, "A token has no session."));
    }
}
