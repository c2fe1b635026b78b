package io.namesake.review.internal;

import io.namesake.access.StaffPrincipal;
import io.namesake.application.ReviewEvidence;
import io.namesake.application.ReviewPicture;
import io.namesake.application.ReviewedApplications;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Promise 5: whoever looks works on the open case, gives a reason, and is logged, for the look as a whole and for each thing
 * that is shown.
 */
@Service
class Looks {
    private final Cases cases;
    private final ReviewedApplications applications;
    private final SeedEvidence seeds;
    private final CaseLog log;
    private final JdbcClient jdbc;
    private final ReviewSettings settings;
    private final Clock clock;

    Looks(
            Cases cases,
            ReviewedApplications applications,
            SeedEvidence seeds,
            CaseLog log,
            JdbcClient jdbc,
            ReviewSettings settings,
            Clock clock) {
        this.cases = cases;
        this.applications = applications;
        this.seeds = seeds;
        this.log = log;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** A look that is allowed. */
    record Look(UUID id, LookReason reason, Instant until) {}

    /** Allows a look, until its time or that of the lock is over. @throws Problem {@code case-lock-required} */
    @Transactional
    public Look allow(StaffPrincipal reviewer, String id, LookReason reason) {
        var now = clock.instant();
        var found = cases.lock(reviewer, id);
        var locked = lock(found, reviewer, now);
        var shorter = now.plus(settings.look());
        var look = new Look(UUID.randomUUID(), reason, shorter.isBefore(locked.until()) ? shorter : locked.until());
        jdbc.sql("""
                        insert into review_look (id, case_id, staff_id, reason, allowed_at, until)
                        values (:id, :case, :staff, :reason, :now, :until)
                        """)
                .param("id", look.id())
                .param("case", found.id())
                .param("staff", reviewer.staffId())
                .param("reason", reason.name())
                .param("now", SqlTime.of(now))
                .param("until", SqlTime.of(look.until()))
                .update();
        log.note(found, "looked", reviewer.staffId(), Map.of("reason", reason.name()));
        return look;
    }

    /** @throws Problem {@code case-lock-required}, {@code look-required}, or {@code case-closed} when the evidence is erased */
    @Transactional
    public ReviewEvidence evidence(StaffPrincipal reviewer, String id) {
        var found = looking(reviewer, id);
        var application = found.applicationId();
        var shown =
                application == null ? seeds.evidence(found.id()) : applications.evidence(found.operator(), application);
        log.note(found, "shown", reviewer.staffId(), Map.of("what", "EVIDENCE"));
        return shown.orElseThrow(Looks::erased);
    }

    /** The picture as it was sent. @throws Problem likewise, and {@code not-found} when this document has no such picture */
    @Transactional
    public byte[] picture(StaffPrincipal reviewer, String id, ReviewPicture which) {
        var found = looking(reviewer, id);
        var application = found.applicationId();
        var shown = application == null
                ? seeds.picture(found.id(), which)
                : applications.picture(found.operator(), application, which);
        var picture = shown.orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "The case has no such picture."));
        log.note(found, "shown", reviewer.staffId(), Map.of("what", which.name()));
        return picture;
    }

    private ReviewCase looking(StaffPrincipal reviewer, String id) {
        var now = clock.instant();
        var found = cases.find(reviewer.operatorId(), id);
        lock(found, reviewer, now);
        boolean allowed = jdbc.sql("""
                        select exists (select 1 from review_look where case_id = :case and staff_id = :staff and until > :now)
                        """)
                .param("case", found.id())
                .param("staff", reviewer.staffId())
                .param("now", SqlTime.of(now))
                .query(Boolean.class)
                .single();
        if (!allowed) {
            throw new Problem(ProblemType.LOOK_REQUIRED);
        }
        return found;
    }

    /** Pictures are for whoever decides by them: not for an agent who has the applicant before them, and not when they are gone. */
    private static Lock lock(ReviewCase found, StaffPrincipal reviewer, Instant now) {
        if (found.state().stage().isClosed()) {
            throw new Problem(ProblemType.CASE_CLOSED);
        }
        var lock = found.state()
                .lockAt(now)
                .filter(held -> held.staff().equals(reviewer.staffId()))
                .orElseThrow(() -> new Problem(ProblemType.CASE_LOCK_REQUIRED));
        if (lock.byCode() || found.state().kind() == CaseKind.ATTENDED) {
            throw erased();
        }
        return lock;
    }

    private static Problem erased() {
        return new Problem(
                ProblemType.CASE_CLOSED,
                "There are no pictures to be seen in this case: the applicant comes in person.");
    }
}
