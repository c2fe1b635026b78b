package io.namesake.mylines.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.mylines.internal.DisputeMachine.Situation;
import io.namesake.mylines.internal.DisputeMachine.State;
import io.namesake.mylines.internal.DisputeMachine.Step;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every step in every situation. */
class DisputeMachineTest {
    private static final Map<State, Map<Step, State>> ALLOWED = Map.of(
            State.OPEN,
            Map.of(Step.UPHOLD, State.UPHELD, Step.REJECT, State.REJECTED, Step.WITHDRAW, State.WITHDRAWN),
            State.APPEALED,
            Map.of(Step.UPHOLD, State.UPHELD, Step.REJECT, State.REJECTED, Step.WITHDRAW, State.WITHDRAWN),
            State.REJECTED,
            Map.of(Step.APPEAL, State.APPEALED),
            State.UPHELD,
            Map.of(),
            State.WITHDRAWN,
            Map.of());

    static Stream<Arguments> everything() {
        return Stream.of(State.values())
                .flatMap(state -> Stream.of(Step.values())
                        .flatMap(step -> Stream.of(true, false)
                                .flatMap(appealOpen -> Stream.of(true, false)
                                        .map(same -> Arguments.of(state, step, new Situation(appealOpen, same))))));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void only_a_person_who_has_not_decided_before_decides_and_only_a_rejection_is_put_before_another(
            State state, Step step, Situation situation) {
        var next = DisputeMachine.next(state, step, situation);

        boolean decides = Set.of(Step.UPHOLD, Step.REJECT).contains(step);
        if (decides && situation.samePerson() || step == Step.APPEAL && !situation.appealOpen()) {
            assertThat(next).isEmpty();
        } else {
            assertThat(next.orElse(null)).isEqualTo(ALLOWED.get(state).get(step));
        }
    }
}
