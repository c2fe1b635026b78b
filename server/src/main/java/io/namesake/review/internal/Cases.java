package io.namesake.review.internal;

import io.namesake.access.OperatorId;
import io.namesake.access.StaffPrincipal;
import io.namesake.application.ReviewRequested;
import io.namesake.application.ReviewedApplications;
import io.namesake.privacy.EvidenceErased;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.review.internal.CaseStep.LosePictures;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases, finds them for whoever may see them, and keeps them in step with their evidence. */
@Component
class Cases {
    private final CaseTable cases;
    private final OpinionTable opinions;
    private final ReviewedApplications applications;
    private final AppointmentCode codes;
    private final CaseLog log;
    private final ReviewSettings settings;
    private final Clock clock;

    Cases(
            CaseTable cases,
            OpinionTable opinions,
            ReviewedApplications applications,
            AppointmentCode codes,
            CaseLog log,
            ReviewSettings settings,
            Clock clock) {
        this.cases = cases;
        this.opinions = opinions;
        this.applications = applications;
        this.codes = codes;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** Heard again after a crash; the event's id makes hearing it twice harmless, and an application that was decided since needs no case. */
    @ApplicationModuleListener
    void on(ReviewRequested event) {
        open(event);
    }

    /** Opens a case for the wish, unless the application has one, or needs none any more. */
    @Transactional
    public void open(ReviewRequested event) {
        var subject = applications.subject(event.operatorId(), event.applicationId());
        if (subject.isEmpty()) {
            return;
        }
        var kind = subject.get().pictures() ? CaseKind.PICTURES : CaseKind.ATTENDED;
        var opened = new ReviewCase(
                UUID.randomUUID(),
                event.operatorId(),
                event.applicationId(),
                Set.copyOf(event.reasons()),
                Skill.neededFor(subject.get()),
                clock.instant(),
                event.requestedAt().plus(settings.deadline()),
                codes.draw(),
                CaseState.opened(kind, Set.of()));
        if (cases.insert(opened, event.eventId())) {
            log.note(
                    opened,
                    "opened",
                    Map.of(
                            "application", event.applicationId().toString(),
                            "kind", kind.name(),
                            "skill", opened.skill().name()));
        }
    }

    @ApplicationModuleListener
    void on(EvidenceErased event) {
        if (event.cause() != EvidenceErased.Cause.DECIDED) {
            cases.openOf(event.applicationId()).ifPresent(this::losePictures);
        }
    }

    /** From now on the applicant has to be there. Without effect where it is so already. */
    void losePictures(ReviewCase found) {
        var next = CaseMachine.next(found.state(), new LosePictures(), clock.instant());
        if (next instanceof Move.To(var state) && !state.equals(found.state())) {
            beginAnew(found, state);
            log.note(found, "pictures-gone", Map.of());
        }
    }

    /** Writes where a case went that goes on. */
    ReviewCase keep(ReviewCase before, CaseState state) {
        var after = before.in(state);
        cases.update(after, null, clock.instant());
        return after;
    }

    /** The same, and what was found so far counts no more where the state says so. */
    void beginAnew(ReviewCase before, CaseState state) {
        if (state.opinions().isEmpty()) {
            opinions.discard(before.id(), clock.instant());
        }
        if (state.stage().isClosed()) {
            opinions.eraseAttestations(before.id());
        }
        keep(before, state);
    }

    /** @throws Problem {@code case-unknown}, for another operator's as for none */
    ReviewCase find(OperatorId operator, String id) {
        return cases.find(operator, uuid(id)).orElseThrow(Cases::unknown);
    }

    /** Like {@link #find}, and nobody else changes it until the transaction ends. */
    ReviewCase lock(StaffPrincipal staff, String id) {
        return cases.lock(staff.operatorId(), uuid(id)).orElseThrow(Cases::unknown);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return new Problem(ProblemType.CASE_UNKNOWN);
    }
}
