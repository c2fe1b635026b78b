package io.namesake.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.review.internal.CaseStep.Assign;
import io.namesake.review.internal.CaseStep.Claim;
import io.namesake.review.internal.CaseStep.Find;
import io.namesake.review.internal.CaseStep.LosePictures;
import io.namesake.review.internal.CaseStep.Need;
import io.namesake.review.internal.CaseStep.Release;
import io.namesake.review.internal.CaseStep.Withdraw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Laws of the machine on random walks of five people: whatever anybody tries, in whatever order and at whatever time. */
class CaseMachineProperties {
    private static final Instant START = Instant.parse("2026-11-28T10:00:00Z");
    private static final List<UUID> PEOPLE =
            IntStream.range(1, 6).mapToObj(i -> new UUID(0, i)).toList();
    /** Decided against the applicant in an earlier case. */
    private static final UUID BARRED = PEOPLE.getLast();

    /** One try and how long after the one before. */
    record Try(CaseStep step, int seconds) {}

    private record Happened(CaseState before, CaseStep step, Instant at, Move move) {}

    @Property
    void what_is_closed_stays_closed_and_is_decided_once(@ForAll("walks") List<Try> walk) {
        var walked = walked(walk);
        assertThat(walked.stream().filter(step -> step.move() instanceof Move.Settled))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(walked.stream().filter(step -> step.before().stage().isClosed()))
                .allMatch(step -> step.move() instanceof Move.Barred);
    }

    @Property
    void nobody_takes_a_case_while_anothers_lock_holds(@ForAll("walks") List<Try> walk) {
        for (var step : walked(walk)) {
            if (step.step() instanceof Claim claim && step.move() instanceof Move.To) {
                assertThat(step.before().lockAt(step.at()).stream().map(Lock::staff))
                        .allMatch(claim.staff()::equals);
            }
        }
    }

    @Property
    void nothing_is_found_without_a_lock_that_holds_at_that_moment(@ForAll("walks") List<Try> walk) {
        for (var step : walked(walk)) {
            if (step.step() instanceof Find find && !(step.move() instanceof Move.Barred)) {
                assertThat(step.before().isLockedBy(find.opinion().staff(), step.at()))
                        .isTrue();
                assertThat(step.before().lockAt(step.at()).orElseThrow().byCode())
                        .isEqualTo(find.opinion().attended());
            }
        }
    }

    @Property
    void one_person_never_is_two_and_nobody_judges_whom_they_refused_before(@ForAll("walks") List<Try> walk) {
        for (var step : walked(walk)) {
            var staff = after(step).opinions().stream().map(Opinion::staff).toList();
            assertThat(staff).doesNotHaveDuplicates().doesNotContain(BARRED);
        }
    }

    @Property
    void where_two_are_needed_two_agree_or_a_third_was_named(@ForAll("walks") List<Try> walk) {
        for (var step : walked(walk)) {
            if (step.step() instanceof Find find
                    && find.need() == Need.TWO
                    && step.move() instanceof Move.Settled(var state, var verdict)) {
                long agreeing = state.opinions().stream()
                        .filter(opinion -> opinion.code().verdict() == verdict)
                        .count();
                assertThat(agreeing >= 2 || step.before().assignedTo() != null).isTrue();
                assertThat(state.opinions()).hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    @Property
    void without_pictures_a_case_is_decided_in_person_only(@ForAll("walks") List<Try> walk) {
        for (var step : walked(walk)) {
            if (step.before().kind() == CaseKind.ATTENDED && step.move() instanceof Move.Settled settled) {
                assertThat(settled.state().opinions()).allMatch(Opinion::attended);
            }
        }
    }

    @Provide
    Arbitrary<List<Try>> walks() {
        var staff = Arbitraries.of(PEOPLE);
        var flag = Arbitraries.of(true, false);
        var need = Arbitraries.frequency(Tuple.of(2, Need.ONE), Tuple.of(3, Need.TWO));
        var code = Arbitraries.of(DecisionCode.class).filter(one -> !one.isAttestation());
        Arbitrary<CaseStep> claims =
                Combinators.combine(staff, flag).as((who, byCode) -> new Claim(who, START, byCode));
        Arbitrary<CaseStep> finds =
                Combinators.combine(staff, code, need).as((who, what, many) -> new Find(opinion(who, what), many));
        Arbitrary<CaseStep> releases = staff.map(Release::new);
        Arbitrary<CaseStep> assigns = staff.map(Assign::new);
        Arbitrary<CaseStep> rare = Arbitraries.of(new LosePictures(), new LosePictures(), new Withdraw());
        var step = Arbitraries.frequencyOf(
                Tuple.of(10, claims),
                Tuple.of(10, finds),
                Tuple.of(2, releases),
                Tuple.of(3, assigns),
                Tuple.of(1, rare));
        return Combinators.combine(step, Arbitraries.integers().between(0, 900))
                .as(Try::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static Opinion opinion(UUID who, DecisionCode code) {
        return code.byPictures() ? Opinion.byPictures(who, code) : Opinion.inPerson(who, code);
    }

    /** Claims last ten minutes, steps follow each other within a quarter of an hour. */
    private static List<Happened> walked(List<Try> walk) {
        var happened = new ArrayList<Happened>();
        var state = CaseState.opened(CaseKind.PICTURES, Set.of(BARRED));
        var now = START;
        for (var attempt : walk) {
            now = now.plusSeconds(attempt.seconds());
            var step = attempt.step() instanceof Claim claim
                    ? new Claim(claim.staff(), now.plusSeconds(600), claim.byCode())
                    : attempt.step();
            var one = new Happened(state, step, now, CaseMachine.next(state, step, now));
            happened.add(one);
            state = after(one);
        }
        return happened;
    }

    private static CaseState after(Happened happened) {
        return switch (happened.move()) {
            case Move.To(var state) -> state;
            case Move.Settled settled -> settled.state();
            case Move.PassedOn passed -> passed.state();
            case Move.Barred barred -> happened.before();
        };
    }
}
