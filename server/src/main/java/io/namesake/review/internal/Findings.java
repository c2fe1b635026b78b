package io.namesake.review.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.application.Attestation;
import io.namesake.decision.Reason;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.review.internal.CaseStep.Find;
import io.namesake.review.internal.CaseStep.LosePictures;
import io.namesake.review.internal.CaseStep.MeetLineLimit;
import io.namesake.review.internal.CaseStep.Withdraw;
import io.namesake.review.internal.Move.Barred;
import io.namesake.review.internal.Move.PassedOn;
import io.namesake.review.internal.Move.Settled;
import io.namesake.review.internal.Move.To;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what somebody found. When it settles the case, application, line, erasure, audit and events follow in the same
 * transaction, or nothing of it is kept.
 */
@Service
class Findings {
    private final Cases cases;
    private final CaseTable table;
    private final OpinionTable opinions;
    private final Settlement settlement;
    private final SeedEvidence seeds;
    private final CaseLog log;
    private final ReviewSettings settings;
    private final TransactionTemplate transaction;
    private final MeterRegistry metrics;
    private final Clock clock;

    Findings(
            Cases cases,
            CaseTable table,
            OpinionTable opinions,
            Settlement settlement,
            SeedEvidence seeds,
            CaseLog log,
            ReviewSettings settings,
            TransactionTemplate transaction,
            MeterRegistry metrics,
            Clock clock) {
        this.cases = cases;
        this.table = table;
        this.opinions = opinions;
        this.settlement = settlement;
        this.seeds = seeds;
        this.log = log;
        this.settings = settings;
        this.transaction = transaction;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * What a reviewer found by pictures, or an agent in person, as the lock says that they hold.
     *
     * @throws Problem {@code not-allowed} for the wrong role or a code of the other way, those of {@link CaseMachine}, and {@code line-limit-reached}
     *     the first time that the person turns out to have as many lines as the rules allow
     */
    void decide(StaffPrincipal staff, String id, DecisionCode code) {
        boolean attended = cases.find(staff.operatorId(), id)
                .state()
                .lockAt(clock.instant())
                .filter(lock -> lock.staff().equals(staff.staffId()))
                .map(Lock::byCode)
                .orElse(false);
        staff.require(attended ? Role.AGENT : Role.REVIEWER);
        if (code.isAttestation()) {
            throw new Problem(ProblemType.REQUEST_INVALID, "An attestation has an operation of its own.");
        }
        if (attended ? !code.inPerson() : !code.byPictures()) {
            throw new Problem(ProblemType.REQUEST_INVALID, "This cannot be found in this way: see the list of codes.");
        }
        find(staff, id, attended ? Opinion.inPerson(staff.staffId(), code) : Opinion.byPictures(staff.staffId(), code));
    }

    /** An agent attests that the person before them is the one in the document. @throws Problem like {@link #decide} */
    void attest(StaffPrincipal agent, String id, Attestation attestation) {
        find(agent, id, Opinion.attested(agent.staffId(), attestation));
    }

    private void find(StaffPrincipal staff, String id, Opinion opinion) {
        try {
            // What became of a case that nobody needs to decide any more is kept although the call fails.
            var problem = transaction.execute(_ -> found(cases.lock(staff, id), opinion));
            problem.ifPresent(failed -> {
                throw failed;
            });
        } catch (Problem failed) {
            if (failed.type() == ProblemType.LINE_LIMIT_REACHED) {
                // Nothing is kept of what was found but the limit: whoever finds the same again, knowing it, allows an
                // exception.
                transaction.executeWithoutResult(_ -> noteLineLimit(cases.lock(staff, id), staff.staffId()));
            }
            throw failed;
        }
    }

    private void noteLineLimit(ReviewCase open, UUID staff) {
        if (open.state().stage().isClosed()) {
            return;
        }
        settlement.noteLineLimit(open);
        var next = CaseMachine.next(open.state(), new MeetLineLimit(), clock.instant());
        cases.beginAnew(open.withReason(Reason.LINE_LIMIT_REACHED), next.goesOn());
        log.note(open, "line-limit-reached", staff, Map.of());
    }

    private Optional<Problem> found(ReviewCase open, Opinion opinion) {
        var now = clock.instant();
        var need = settings.need(open.reasons(), opinion.code(), opinion.attended(), open.isSeeded());
        return switch (CaseMachine.next(open.state(), new Find(opinion, need), now)) {
            case Barred(var why) -> throw why.problem();
            case To(var state) -> {
                note(open, opinion);
                table.update(open.in(state), null, now);
                yield Optional.empty();
            }
            case PassedOn(var state, var by) -> {
                note(open, opinion);
                yield closeUnless(settlement.passOn(open, by), open, () -> cases.beginAnew(open, state));
            }
            case Settled(var state, var verdict) -> {
                note(open, opinion);
                yield closeUnless(settlement.settle(open, state, verdict), open, () -> close(open, state, verdict));
            }
        };
    }

    private void note(ReviewCase open, Opinion opinion) {
        opinions.add(open.id(), opinion, clock.instant());
        log.note(
                open,
                "found",
                opinion.staff(),
                Map.of("code", opinion.code().name(), "attended", String.valueOf(opinion.attended())));
    }

    private Optional<Problem> closeUnless(Settlement.Result result, ReviewCase open, Runnable otherwise) {
        var step = switch (result) {
            case DONE -> null;
            case NOTHING_TO_DECIDE -> new Withdraw();
            case PICTURES_GONE -> new LosePictures();
        };
        if (step == null) {
            otherwise.run();
            return Optional.empty();
        }
        cases.beginAnew(
                open, CaseMachine.next(open.state(), step, clock.instant()).goesOn());
        return Optional.of(new Problem(ProblemType.CASE_CLOSED));
    }

    private void close(ReviewCase open, CaseState state, Verdict verdict) {
        var now = clock.instant();
        table.update(open.in(state), verdict, now);
        opinions.eraseAttestations(open.id());
        seeds.erase(open.id());
        if (!open.isSeeded()) {
            Timer.builder("namesake.reviews.decided")
                    .description("Time from the wish for a review to its decision")
                    .tag("outcome", verdict.name())
                    .tag("kind", open.state().kind().name())
                    .register(metrics)
                    .record(Duration.between(open.openedAt(), now));
        }
    }
}
