package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OneLineOneHolderTest extends RegistryTest {

    @Test
    void several_may_ask_for_a_line_and_the_first_verified_gets_it() {
        var other = UUID.randomUUID();
        reserve(application);
        reserve(other);

        activate(application);

        assertThatThrownBy(() -> activate(other)).isInstanceOf(LineTaken.class);
        assertThat(lines.find(operator, MOBILE.value()).orElseThrow().applicationId())
                .isEqualTo(application);
        assertThat(holders()).isOne();
    }

    @Test
    void an_active_line_cannot_be_asked_for() {
        reserve(application);
        activate(application);

        assertThatThrownBy(() -> reserve(UUID.randomUUID())).isInstanceOf(LineTaken.class);
    }

    @Test
    void who_loses_the_line_may_still_record_so_in_the_same_transaction() {
        var loser = UUID.randomUUID();
        reserve(application);
        reserve(loser);
        activate(application);

        transaction.executeWithoutResult(status -> {
            assertThatThrownBy(() -> lines.activate(operator, MOBILE, loser, ZHANG))
                    .isInstanceOf(LineTaken.class);
            lines.release(operator, loser);
        });

        assertThat(jdbc.sql("select released_at is not null from line_reservation where application_id = :loser")
                        .param("loser", loser)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void of_many_activations_at_the_same_time_exactly_one_wins() throws Exception {
        var applications = Stream.generate(UUID::randomUUID).limit(8).toList();
        applications.forEach(this::reserve);
        int won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = threads.invokeAll(applications.stream()
                    .<Callable<Line>>map(id -> () -> CurrentScope.call(Scope.ofSystem("test"), () -> activate(id)))
                    .toList());
            for (var attempt : attempts) {
                try {
                    attempt.get();
                    won++;
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(LineTaken.class);
                }
            }
        }

        assertThat(won).isOne();
        assertThat(holders()).isOne();
    }

    @Test
    void an_application_that_did_not_reserve_the_line_or_gave_it_up_cannot_activate_it() {
        var refused = UUID.randomUUID();
        reserve(refused);
        transaction.executeWithoutResult(status -> lines.release(operator, refused));

        assertThatThrownBy(() -> activate(refused)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> activate(UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
        assertThat(lines.find(operator, MOBILE.value()).orElseThrow().status()).isEqualTo(LineStatus.PENDING);
        assertThat(holders()).isZero();
    }

    @Test
    void an_application_asks_for_one_line_only() {
        reserve(application);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                        lines.reserve(operator, LineIdentifier.parse(Service.MOBILE, "+8613900139000"), application)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_database_itself_refuses_a_second_holder_and_an_active_line_without_any() {
        reserve(application);
        activate(application);

        assertThatThrownBy(() -> jdbc.sql("""
                                insert into holding (id, line_id, holder_id, application_id, held_from)
                                select gen_random_uuid(), line_id, holder_id, gen_random_uuid(), held_from
                                from holding where application_id = :application
                                """).param("application", application).update())
                .hasMessageContaining("holding_current");
        assertThatThrownBy(() -> jdbc.sql("update line set holding_id = null where application_id = :application")
                        .param("application", application)
                        .update())
                .hasMessageContaining("check constraint");
    }
}
