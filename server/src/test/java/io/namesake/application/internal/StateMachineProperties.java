package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the state machine, on random walks: whatever anybody tries, in whatever order. */
class StateMachineProperties {

    /** One try, with what was there at that moment. */
    record Try(Step step, boolean complete, boolean refusedThoughAPersonCanHelp) {}

    @Property
    void no_picture_is_shown_before_the_consent(@ForAll("walks") List<Try> walk) {
        boolean consented = false;
        var state = State.CREATED;
        for (var attempt : walk) {
            var transition = take(state, attempt);
            if (attempt.step() == Step.SHOW_PICTURE && transition instanceof Transition.To) {
                assertThat(consented).isTrue();
            }
            consented |= attempt.step() == Step.GIVE_CONSENT && transition instanceof Transition.To;
            state = after(state, transition);
        }
    }

    @Property
    void nothing_is_verified_or_refused_that_was_not_submitted_complete_unless_a_person_looked_at_it_in_review(
            @ForAll("walks") List<Try> walk) {
        boolean submittedComplete = false;
        var state = State.CREATED;
        for (var attempt : walk) {
            var transition = take(state, attempt);
            boolean byPerson =
                    Set.of(Step.VERIFY_BY_PERSON, Step.REFUSE_BY_PERSON).contains(attempt.step());
            if (byPerson && transition instanceof Transition.To) {
                assertThat(state).isEqualTo(State.REVIEW);
                return;
            }
            state = after(state, transition);
            submittedComplete |=
                    attempt.step() == Step.SUBMIT && transition instanceof Transition.To && attempt.complete();
            if (state == State.VERIFIED || state == State.REFUSED) {
                assertThat(submittedComplete).isTrue();
            }
        }
    }

    @Property
    void what_is_verified_stays_verified_and_what_expired_stays_expired(@ForAll("walks") List<Try> walk) {
        var state = State.CREATED;
        for (var attempt : walk) {
            var next = after(state, take(state, attempt));
            if (state == State.VERIFIED || state == State.EXPIRED) {
                assertThat(next).isEqualTo(state);
            }
            state = next;
        }
    }

    @Property
    void a_submitted_application_never_expires_and_takes_no_more_pictures(@ForAll("walks") List<Try> walk) {
        boolean submitted = false;
        var state = State.CREATED;
        for (var attempt : walk) {
            var transition = take(state, attempt);
            if (submitted) {
                assertThat(attempt.step() == Step.SHOW_PICTURE && transition instanceof Transition.To)
                        .isFalse();
                assertThat(after(state, transition)).isNotEqualTo(State.EXPIRED);
            }
            submitted |= attempt.step() == Step.SUBMIT && transition instanceof Transition.To;
            state = after(state, transition);
        }
    }

    @Property
    void until_the_submission_there_is_always_the_way_to_a_person(@ForAll("walks") List<Try> walk) {
        var state = State.CREATED;
        for (var attempt : walk) {
            if (state == State.CREATED || state == State.CONSENTED) {
                var asked =
                        StateMachine.next(state, Step.REQUEST_ATTENDED_CHECK, new StateMachine.Situation(false, false));
                assertThat(asked).isEqualTo(new Transition.To(State.REVIEW));
            }
            state = after(state, take(state, attempt));
        }
    }

    @Provide
    Arbitrary<List<Try>> walks() {
        var flags = Arbitraries.of(true, false);
        return Combinators.combine(Arbitraries.of(Step.class), flags, flags)
                .as(Try::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static Transition take(State state, Try attempt) {
        return StateMachine.next(
                state,
                attempt.step(),
                new StateMachine.Situation(
                        attempt.complete(), state == State.REFUSED && attempt.refusedThoughAPersonCanHelp()));
    }

    private static State after(State state, Transition transition) {
        return transition instanceof Transition.To(var next) ? next : state;
    }
}
