package io.namesake.provisioning.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import io.namesake.access.OperatorId;
import io.namesake.provisioning.outbox.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;

class ActivationTableTest {
    private static final Instant NOW = Instant.parse("2026-11-23T17:40:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int PLACES = 8;
    private static final Share SHARE = Share.of(PLACES, 4, 4);

    private final ActivationTable table =
            new ActivationTable(MigratedDatabase.create().jdbc());
    private final OperatorId silent = new OperatorId(UUID.randomUUID());
    private final OperatorId other = new OperatorId(UUID.randomUUID());

    @Test
    void a_silent_server_gets_only_its_share_and_the_others_go_on() {
        for (int i = 0; i < 50; i++) {
            table.add(silent, UUID.randomUUID(), NOW.minusSeconds(i));
        }
        table.add(other, UUID.randomUUID(), NOW);

        var first = table.lease(NOW, LEASE, 8, SHARE);

        assertThat(first).extracting(DueLine::operator).contains(other).hasSize(5);
        assertThat(table.lease(NOW, LEASE, 3, SHARE)).isEmpty();
        table.told(
                first.stream()
                        .filter(due -> due.operator().equals(silent))
                        .findFirst()
                        .orElseThrow(),
                NOW);
        assertThat(table.lease(NOW, LEASE, 3, SHARE))
                .extracting(DueLine::operator)
                .containsExactly(silent);
    }

    @Test
    void who_waits_alone_gets_what_is_free_on_each_server_but_for_one_share() {
        for (int i = 0; i < 50; i++) {
            table.add(silent, UUID.randomUUID(), NOW.minusSeconds(i));
        }

        assertThat(table.lease(NOW, LEASE, 32, Share.of(32, 4, 4))).hasSize(28);
        assertThat(table.lease(NOW, LEASE, 4, Share.of(32, 4, 4))).isEmpty();
        assertThat(table.lease(NOW, LEASE, PLACES, SHARE))
                .as("another of our servers, or the one that is left where the first has died")
                .hasSize(4);

        table.add(other, UUID.randomUUID(), NOW);
        assertThat(table.lease(NOW, LEASE, 4, SHARE))
                .as("told at once")
                .extracting(DueLine::operator)
                .containsExactly(other);
    }

    @Test
    void what_nobody_needs_for_a_share_is_shared_evenly() {
        for (int i = 0; i < 50; i++) {
            table.add(silent, UUID.randomUUID(), NOW.minusSeconds(60));
            table.add(other, UUID.randomUUID(), NOW);
        }

        assertThat(table.lease(NOW, LEASE, 32, Share.of(32, 4, 4)))
                .extracting(DueLine::operator)
                .hasSize(28)
                .areExactly(14, new Condition<>(silent::equals, "of the one"));
    }

    @Test
    void whose_server_is_told_nothing_at_the_moment_comes_first_and_then_what_has_been_due_the_longest() {
        for (int i = 0; i < 5; i++) {
            table.add(silent, UUID.randomUUID(), NOW.minusSeconds(60));
        }
        table.lease(NOW, LEASE, 1, SHARE);
        var longest = UUID.randomUUID();
        table.add(other, UUID.randomUUID(), NOW);
        table.add(other, longest, NOW.minusSeconds(1));

        assertThat(table.lease(NOW, LEASE, 1, SHARE))
                .extracting(DueLine::lineId)
                .containsExactly(longest);
    }

    @Test
    void what_is_told_or_waits_for_its_time_or_is_given_up_is_not_taken() {
        var told = UUID.randomUUID();
        var later = UUID.randomUUID();
        var givenUp = UUID.randomUUID();
        table.add(silent, told, NOW.minusSeconds(3));
        table.add(silent, later, NOW.minusSeconds(2));
        table.add(silent, givenUp, NOW.minusSeconds(1));
        var leased = table.lease(NOW, LEASE, 8, SHARE);
        leased.forEach(due -> {
            if (due.lineId().equals(told)) {
                table.told(due, NOW);
            } else {
                table.failed(
                        due,
                        "timeout",
                        due.lineId().equals(later) ? Optional.of(NOW.plusSeconds(5)) : Optional.empty());
            }
        });

        assertThat(leased).hasSize(3);
        assertThat(table.lease(NOW.plusSeconds(4), LEASE, 8, SHARE)).isEmpty();
        assertThat(table.lease(NOW.plusSeconds(5), LEASE, 8, SHARE))
                .extracting(DueLine::lineId)
                .containsExactly(later);
    }
}
