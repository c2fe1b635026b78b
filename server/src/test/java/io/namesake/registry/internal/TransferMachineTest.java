package io.namesake.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.language.Language;
import io.namesake.registry.Organisations;
import io.namesake.registry.Transfer.State;
import io.namesake.registry.VetoReason;
import io.namesake.registry.internal.TransferMachine.Step;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferMachineTest {

    @ParameterizedTest
    @CsvSource({
        "OFFERED, ACCEPT, ACCEPTED",
        "OFFERED, WITHDRAW, WITHDRAWN",
        "OFFERED, VETO, VETOED",
        "OFFERED, RELEASE,",
        "OFFERED, TIME_OVER, EXPIRED",
        "OFFERED, HOLDING_ENDED, OVERTAKEN",
        "OFFERED, REFUSE,",
        "ACCEPTED, ACCEPT,",
        "ACCEPTED, WITHDRAW, WITHDRAWN",
        "ACCEPTED, VETO, VETOED",
        "ACCEPTED, RELEASE, COMPLETED",
        "ACCEPTED, TIME_OVER, COMPLETED",
        "ACCEPTED, HOLDING_ENDED, OVERTAKEN",
        "ACCEPTED, REFUSE, REFUSED"
    })
    void each_step_of_an_open_transfer_leads_where_the_table_says(State from, Step step, State to) {
        if (to == null) {
            assertThat(TransferMachine.next(from, step)).isEmpty();
        } else {
            assertThat(TransferMachine.next(from, step)).contains(to);
        }
    }

    @Test
    void nothing_happens_to_a_transfer_that_has_ended() {
        var ended = Arrays.stream(State.values()).filter(state -> !state.isOpen());
        assertThat(ended.flatMap(state -> Arrays.stream(Step.values()).map(step -> TransferMachine.next(state, step))))
                .hasSize(42)
                .allMatch(next -> next.isEmpty());
    }

    @Test
    void nothing_is_completed_that_nobody_accepted() {
        assertThat(Arrays.stream(Step.values()).flatMap(step -> TransferMachine.next(State.OFFERED, step).stream()))
                .doesNotContain(State.COMPLETED);
    }

    @Test
    void every_objection_and_every_refusal_is_explained_in_both_languages() {
        for (var reason : VetoReason.values()) {
            assertThat(Stream.of(Language.values()).map(reason::sentence))
                    .allMatch(sentence -> !sentence.isBlank())
                    .doesNotHaveDuplicates();
        }
        for (var refusal : Organisations.Refusal.values()) {
            assertThat(Stream.of(Language.values()).map(refusal::sentence))
                    .allMatch(sentence -> !sentence.isBlank())
                    .doesNotHaveDuplicates();
        }
    }
}
