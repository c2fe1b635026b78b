package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.remediation.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits for a person: whoever waits longest for a decision is seen, however many others there are. */
class CaseQueueTest {
    private static final Instant NOW = Instant.parse("2028-01-01T00:00:00Z");
    private static final int MOST = 200;

    private final OperatorId operator = new OperatorId(UUID.randomUUID());
    private final JdbcClient jdbc = MigratedDatabase.create().jdbc();
    private final CaseTable table = new CaseTable(jdbc);

    @Test
    void an_old_appeal_comes_before_all_that_no_notice_reached() {
        unreached(2 * MOST);
        var youngDecision = aCase("AWAITING_DECISION", 60);
        var oldDecision = aCase("AWAITING_DECISION", 300);
        var youngAppeal = aCase("APPEALED", 31);
        var oldAppeal = aCase("APPEALED", 200);
        aCase("LIMITED", 400);

        var waiting = waiting(RemediationQueueController.NEED_A_PERSON);

        assertThat(waiting).hasSize(MOST).startsWith(oldAppeal, youngAppeal, oldDecision, youngDecision);
        assertThat(waiting.get(4)).isEqualTo(oldestUnreached());
    }

    @Test
    void a_phase_that_is_asked_for_alone_is_there_alone() {
        aCase("APPEALED", 31);
        var decision = aCase("AWAITING_DECISION", 60);
        assertThat(waiting(List.of(Phase.AWAITING_DECISION))).containsExactly(decision);
    }

    @Test
    void another_operators_cases_are_not_among_them() {
        aCase("APPEALED", 31);
        assertThat(table.waiting(new OperatorId(UUID.randomUUID()), RemediationQueueController.NEED_A_PERSON, MOST))
                .isEmpty();
    }

    private List<UUID> waiting(List<Phase> phases) {
        return table.waiting(operator, phases, MOST).stream()
                .map(RemediationCase::id)
                .toList();
    }

    private UUID oldestUnreached() {
        return jdbc.sql("select id from remediation_case where phase = 'UNREACHED' order by opened_at limit 1")
                .query(UUID.class)
                .single();
    }

    private void unreached(int cases) {
        for (int number = 1; number <= cases; number++) {
            aCase("UNREACHED", number);
        }
    }

    private UUID aCase(String phase, int daysAgo) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into remediation_case (id, operator_id, line_id, doubt, cause_reference, terms, opened_at, phase,
                            stage, moment, shown_micros, steps, changed_at, token_sha256)
                        values (:id, :operator, gen_random_uuid(), 'CAMPAIGN', 'x', :terms, :opened, :phase,
                            1, :opened, 0, 1, :opened, :token)
                        """)
                .param("id", id)
                .param("operator", operator.value())
                .param("terms", RemediationPolicy.written(TestTerms.SHIPPED))
                .param("opened", SqlTime.of(NOW.minus(Duration.ofDays(daysAgo))))
                .param("phase", phase)
                .param("token", id.toString())
                .update();
        return id;
    }
}
