package io.namesake.provisioning.radius;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.provisioning.outbox.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeTableTest {
    private static final Instant NOW = Instant.parse("2026-11-23T17:40:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Share SHARE = Share.of(32, 8, 24);

    private final MigratedDatabase database = MigratedDatabase.create();
    private final NoticeTable notices = new NoticeTable(database.jdbc());
    private final OperatorId operator = new OperatorId(UUID.randomUUID());
    private final OperatorId other = new OperatorId(UUID.randomUUID());

    @Test
    void silent_servers_keep_nobody_from_being_told_as_soon_as_one_of_them_was_given_up() {
        for (int port = 1; port <= 5; port++) {
            accessServer(operator, port);
        }
        for (int i = 0; i < 10; i++) {
            notices.add(operator, UUID.randomUUID(), NOW);
        }
        var silent = notices.lease(NOW, LEASE, 5, SHARE);
        var living = accessServer(other, 1);
        notices.add(other, UUID.randomUUID(), NOW.plusSeconds(1));

        assertThat(silent).extracting(Notice::accessServerId).hasSize(5).doesNotHaveDuplicates();
        notices.failed(silent.getFirst(), "timeout", Optional.of(NOW.plusSeconds(2)));
        notices.lease(NOW, LEASE, 1, SHARE);
        assertThat(notices.lease(NOW.plusSeconds(1), LEASE, 1, SHARE))
                .as("none under way, though the others were due before")
                .extracting(Notice::accessServerId)
                .containsExactly(living);
    }

    @Test
    void a_server_and_an_operator_leave_room_for_others() {
        for (int port = 1; port <= 5; port++) {
            accessServer(operator, port);
        }
        for (int i = 0; i < 20; i++) {
            notices.add(operator, UUID.randomUUID(), NOW);
        }
        var living = accessServer(other, 1);

        assertThat(notices.lease(NOW, LEASE, 32, SHARE)).hasSize(24);
        assertThat(notices.lease(NOW, LEASE, 8, SHARE)).isEmpty();

        for (int i = 0; i < 20; i++) {
            notices.add(other, UUID.randomUUID(), NOW);
        }
        assertThat(notices.lease(NOW, LEASE, 8, SHARE))
                .extracting(Notice::accessServerId)
                .containsOnly(living)
                .hasSize(8);
    }

    private UUID accessServer(OperatorId owner, int port) {
        var id = UUID.randomUUID();
        database.jdbc()
                .sql("""
                        insert into access_server (id, operator_id, address, port, means, sealed_secret, created_at)
                        values (:id, :operator, '127.0.0.1', :port, 'DISCONNECT', :secret, :now)
                        """)
                .param("id", id)
                .param("operator", owner.value())
                .param("port", port)
                .param("secret", new byte[] {1})
                .param("now", SqlTime.of(NOW))
                .update();
        return id;
    }
}
