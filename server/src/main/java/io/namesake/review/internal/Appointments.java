package io.namesake.review.internal;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.StaffPrincipal;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.review.internal.CaseStep.Claim;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings an applicant and an agent together: who says the code is there. Wrong codes are counted, and trying them out is stopped. */
@Service
class Appointments {
    private final CaseTable cases;
    private final Cases opened;
    private final CaseLog log;
    private final JdbcClient jdbc;
    private final ReviewSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Appointments(
            CaseTable cases,
            Cases opened,
            CaseLog log,
            JdbcClient jdbc,
            ReviewSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.opened = opened;
        this.log = log;
        this.jdbc = jdbc;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The applicant's own open case. @throws Problem {@code appointment-unknown} when nothing waits for a person */
    @Transactional
    public ReviewCase of(ApplicantPrincipal applicant, String application) {
        return Optional.of(applicant)
                .filter(caller -> caller.applicationId().toString().equals(application))
                .flatMap(caller -> cases.openOf(caller.applicationId()))
                .orElseThrow(Appointments::unknown);
    }

    /**
     * An agent takes up the case of whoever stands there.
     *
     * @throws Problem {@code appointment-unknown}, {@code too-many-attempts}, {@code case-locked} or {@code another-person-required}
     */
    ReviewCase meet(StaffPrincipal agent, String typed) {
        var now = clock.instant();
        pausedUntil(agent.staffId(), now).ifPresent(until -> {
            throw Problem.tooManyAttempts(Duration.between(now, until));
        });
        // A wrong code is counted although the call fails: it is thrown after the transaction.
        var met = transaction.execute(_ -> {
            var found = AppointmentCode.read(typed).flatMap(code -> cases.byCode(agent.operatorId(), code));
            if (found.isEmpty()) {
                count(agent.staffId(), now);
            }
            return found.map(open -> claim(agent, open, now));
        });
        return met.orElseThrow(Appointments::unknown);
    }

    private ReviewCase claim(StaffPrincipal agent, ReviewCase found, Instant now) {
        var claim = new Claim(agent.staffId(), now.plus(settings.lock()), true);
        var state = CaseMachine.next(found.state(), claim, now).goesOn();
        var taken = opened.keep(found, state);
        log.note(taken, "met", agent.staffId(), Map.of());
        return taken;
    }

    private void count(UUID agent, Instant now) {
        jdbc.sql("insert into review_code_failure (staff_id, failed_at) values (:staff, :now)")
                .param("staff", agent)
                .param("now", SqlTime.of(now))
                .update();
    }

    /** As long as too many failures lie within the pause: until the oldest of the last few is out of it. */
    private Optional<Instant> pausedUntil(UUID agent, Instant now) {
        return jdbc.sql("""
                        select failed_at from review_code_failure where staff_id = :staff and failed_at > :since
                        order by failed_at desc offset :most limit 1
                        """)
                .param("staff", agent)
                .param("since", SqlTime.of(now.minus(settings.codePause())))
                .param("most", settings.codeAttempts() - 1)
                .query((row, index) -> SqlTime.instant(row, "failed_at").plus(settings.codePause()))
                .optional();
    }

    private static Problem unknown() {
        return new Problem(ProblemType.APPOINTMENT_UNKNOWN);
    }
}
