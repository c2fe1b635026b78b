package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import io.namesake.database.SqlTime;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.RetentionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases are kept a year after their end, with their notices and steps, and not longer. */
class OldRemediationsTest {
    private static final Instant NOW = Instant.parse("2028-01-01T00:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(366));
    private static final Instant LATELY = NOW.minus(Duration.ofDays(364));

    private final MigratedDatabase database = MigratedDatabase.create();
    private final JdbcClient jdbc = database.jdbc();
    private final Expiring clock = new KeptRemediations()
            .oldRemediations(
                    jdbc,
                    new Binder(new MapConfigurationPropertySource())
                            .bindOrCreate("namesake.retention", Bindable.of(RetentionSettings.class)));

    @Test
    void a_case_goes_a_year_after_its_end_with_all_that_was_told_and_done_in_it() {
        aCase("SETTLED", LONG_AGO, null);
        aCase("ENDED", LONG_AGO, null);
        var lately = aCase("SETTLED", LATELY, null);

        erase();

        assertThat(cases()).containsExactly(lately);
        assertThat(rows("remediation_notice")).isEqualTo(2);
        assertThat(rows("remediation_step")).isEqualTo(3);
    }

    @Test
    void a_case_that_waits_for_a_person_is_kept_however_long_it_waits() {
        var waiting = aCase("AWAITING_DECISION", LONG_AGO, null);
        erase();
        assertThat(cases()).containsExactly(waiting);
    }

    @Test
    void a_campaign_is_forgotten_as_a_whole_when_its_last_case_may_go() {
        var over = campaign("DONE");
        aCase("SETTLED", LONG_AGO, over);
        var oneIsYoung = campaign("STOPPED");
        var old = aCase("SETTLED", LONG_AGO, oneIsYoung);
        var young = aCase("SETTLED", LATELY, oneIsYoung);
        var runs = campaign("RUNNING");
        var ofRunning = aCase("SETTLED", LONG_AGO, runs);

        erase();

        assertThat(cases()).containsExactlyInAnyOrder(old, young, ofRunning);
        assertThat(jdbc.sql("select id from remediation_campaign")
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(oneIsYoung, runs);
        assertThat(rows("remediation_campaign_line")).isEqualTo(2);
    }

    private void erase() {
        int erased;
        do {
            erased = database.transaction().execute(_ -> clock.eraseSome(NOW, 2));
        } while (erased > 0);
    }

    private UUID aCase(String phase, Instant changed, @Nullable UUID campaign) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into remediation_case (id, operator_id, line_id, doubt, cause_reference, campaign_id, terms, opened_at,
                            phase, settled_cause, changed_at, token_sha256)
                        values (:id, gen_random_uuid(), gen_random_uuid(), 'CAMPAIGN', 'x', :campaign, '', :changed, :phase,
                            case when :phase = 'SETTLED' then 'VERIFIED' end, :changed, :token)
                        """)
                .param("id", id)
                .param("campaign", campaign)
                .param("phase", phase)
                .param("changed", SqlTime.of(changed))
                .param("token", id.toString())
                .update();
        for (int number = 1; number <= 3; number++) {
            jdbc.sql("""
                            insert into remediation_step (case_id, number, at, event, to_phase, stage, actor)
                            values (:id, :number, :changed, 'TIMER', :phase, 0, 'TIMER')
                            """)
                    .param("id", id)
                    .param("number", number)
                    .param("changed", SqlTime.of(changed))
                    .param("phase", phase)
                    .update();
        }
        for (var channel : List.of("SMS", "EMAIL")) {
            jdbc.sql("""
                            insert into remediation_notice (id, case_id, operator_id, kind, channel, status, created_at, changed_at)
                            values (gen_random_uuid(), :id, gen_random_uuid(), 'DOUBT', :channel, 'DELIVERED', :changed, :changed)
                            """)
                    .param("id", id)
                    .param("channel", channel)
                    .param("changed", SqlTime.of(changed))
                    .update();
        }
        return id;
    }

    private UUID campaign(String state) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into remediation_campaign (id, operator_id, name, pace, capacity, state, lines, created_at)
                        values (:id, gen_random_uuid(), 'All of 2026', 10, 10, :state, 1, :at)
                        """)
                .param("id", id)
                .param("state", state)
                .param("at", SqlTime.of(LONG_AGO))
                .update();
        jdbc.sql("insert into remediation_campaign_line (campaign_id, line_id) values (:id, gen_random_uuid())")
                .param("id", id)
                .update();
        return id;
    }

    private List<UUID> cases() {
        return jdbc.sql("select id from remediation_case").query(UUID.class).list();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
