package io.namesake.review.internal;

import io.namesake.application.PersonsDecision;
import io.namesake.application.ReviewedApplications;
import io.namesake.decision.Decision;
import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import io.namesake.review.ReviewDecided;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries what people decided over to the application, in the caller's transaction. A seeded case is about nobody and reaches none. */
@Component
class Settlement {
    private final ReviewedApplications applications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settlement(ReviewedApplications applications, ApplicationEventPublisher events, Clock clock) {
        this.applications = applications;
        this.events = events;
        this.clock = clock;
    }

    /** What became of it. */
    enum Result {
        DONE,
        NOTHING_TO_DECIDE,
        PICTURES_GONE;

        static Result of(ReviewedApplications.Result result) {
            return switch (result) {
                case DECIDED -> DONE;
                case NOT_IN_REVIEW -> NOTHING_TO_DECIDE;
                case EVIDENCE_GONE -> PICTURES_GONE;
            };
        }
    }

    /** The pictures do not tell: the applicant is asked to come, and the pictures are erased. */
    Result passOn(ReviewCase open, Opinion by) {
        var application = open.applicationId();
        if (application == null) {
            return Result.DONE;
        }
        var needed = Decision.review(Reason.ATTENDED_CHECK_NEEDED);
        return Result.of(applications.decide(
                open.operator(), application, PersonsDecision.byPictures(open.id(), List.of(by.staff()), needed)));
    }

    /** The application is in review for the limit of lines as well from now on. */
    void noteLineLimit(ReviewCase open) {
        var application = open.applicationId();
        if (application != null) {
            applications.noteLineLimit(open.operator(), application);
        }
    }

    /** @throws io.namesake.problem.Problem {@code line-taken}, {@code line-limit-reached} */
    Result settle(ReviewCase open, CaseState state, Verdict verdict) {
        var application = open.applicationId();
        if (application == null) {
            return Result.DONE;
        }
        var agreeing = state.opinions().stream()
                .filter(opinion -> opinion.code().verdict() == verdict)
                .toList();
        var decision = decision(open.id(), agreeing, verdict);
        var result = Result.of(applications.decide(open.operator(), application, decision));
        if (result == Result.DONE) {
            events.publishEvent(new ReviewDecided(
                    UUID.randomUUID(),
                    open.operator(),
                    open.id(),
                    application,
                    decision.decision().outcome(),
                    decision.attended(),
                    clock.instant()));
        }
        return result;
    }

    /** Made in person when the last one who found it had the applicant before them. */
    private static PersonsDecision decision(UUID id, List<Opinion> agreeing, Verdict verdict) {
        var last = agreeing.getLast();
        var people = agreeing.stream().map(Opinion::staff).toList();
        if (verdict == Verdict.VERIFIED) {
            return last.attestation()
                    .map(attested -> PersonsDecision.attested(id, people, attested))
                    .orElseGet(() -> PersonsDecision.byPictures(id, people, Decision.verified()));
        }
        var reasons = agreeing.stream()
                .flatMap(opinion -> opinion.code().reasons().stream())
                .distinct()
                .toList();
        return last.attended()
                ? PersonsDecision.refusedInPerson(id, people, reasons)
                : PersonsDecision.byPictures(id, people, new Decision(Outcome.REFUSED, reasons));
    }
}
