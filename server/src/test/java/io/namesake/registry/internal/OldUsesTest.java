package io.namesake.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import io.namesake.privacy.RetentionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OldUsesTest {
    private static final Duration HELD = Duration.ofDays(100);
    private static final Instant ENDED = Instant.parse("2026-01-01T00:00:00Z");

    private final MigratedDatabase database = MigratedDatabase.create();
    private final OldUses clock = new OldUses(
            database.jdbc(),
            new RetentionSettings(
                    Duration.ofHours(48),
                    Duration.ofDays(7),
                    Duration.ofHours(24),
                    Duration.ofDays(365),
                    Duration.ofDays(365),
                    HELD,
                    Duration.ofHours(24),
                    Duration.ofDays(30),
                    Duration.ofDays(365)));

    @Test
    void words_for_who_used_a_line_and_addresses_go_when_their_time_is_over_and_what_is_still_so_stays() {
        // Without lines and holdings, which do not matter here.
        database.jdbc().sql("""
                set session_replication_role = replica;
                insert into line_user values (gen_random_uuid(), '%1$s', '%1$s', 'CHILD', 'x', '2025-01-01', '%2$s');
                insert into line_user values (gen_random_uuid(), '%1$s', '%1$s', 'CHILD', 'x', '2025-01-01', null);
                insert into line_equipment values (gen_random_uuid(), '%1$s', 'INSTALLATION_ADDRESS', 'x', '2025-01-01', '%2$s');
                insert into line_equipment values (gen_random_uuid(), '%1$s', 'INSTALLATION_ADDRESS', 'x', '2025-01-01', null)
                """.formatted(UUID.randomUUID(), ENDED)).update();

        assertThat(erase(ENDED.plus(HELD).minusSeconds(1))).isZero();
        assertThat(erase(ENDED.plus(HELD))).isEqualTo(2);
        assertThat(erase(ENDED.plus(HELD.multipliedBy(100)))).isZero();
        assertThat(count("line_user") + count("line_equipment")).isEqualTo(2);
    }

    @Test
    void a_word_for_a_user_goes_with_the_time_of_the_holder_who_gave_it_and_stays_while_they_hold_the_line() {
        database.jdbc()
                .sql("""
                set session_replication_role = replica;
                insert into holding (id, line_id, holder_id, held_from, held_until, cause)
                    values ('%1$s', '%1$s', '%1$s', '2025-01-01', '%3$s', 'APPLICATION'),
                           ('%2$s', '%1$s', '%2$s', '%3$s', null, 'APPLICATION');
                insert into line_user values (gen_random_uuid(), '%1$s', '%1$s', 'CHILD', 'x', '2025-01-01', null);
                insert into line_user values (gen_random_uuid(), '%2$s', '%2$s', 'CHILD', 'x', '2025-01-01', null)
                """.formatted(UUID.randomUUID(), UUID.randomUUID(), ENDED))
                .update();

        assertThat(erase(ENDED.plus(HELD).minusSeconds(1))).isZero();
        assertThat(erase(ENDED.plus(HELD))).isEqualTo(1);
        assertThat(erase(ENDED.plus(HELD.multipliedBy(100)))).isZero();
        assertThat(count("line_user")).isEqualTo(1);
    }

    private int erase(Instant now) {
        return database.transaction().execute(_ -> clock.eraseSome(now, 10));
    }

    private int count(String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
