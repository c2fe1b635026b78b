package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.registry.Limit;
import io.namesake.remediation.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What must be true of a line and its cases at every moment, read in one snapshot of the tables. */
final class LineLaws {
    private final JdbcClient jdbc;
    private final CaseHistory history;
    private final TransactionTemplate snapshot;

    LineLaws(ApplicationContext server) {
        jdbc = server.getBean(JdbcClient.class);
        history = server.getBean(CaseHistory.class);
        snapshot = new TransactionTemplate(server.getBean(PlatformTransactionManager.class));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** @return where its cases stand */
    List<Phase> hold(UUID line, String walk) {
        return snapshot.execute(_ -> {
            var cases = jdbc.sql("select * from remediation_case where line_id = :line")
                    .param("line", line)
                    .query(CaseRow::read)
                    .list();
            cases.forEach(each -> aCase(each, walk));
            theLine(line, cases, walk);
            return cases.stream().map(each -> each.state().standing().phase()).toList();
        });
    }

    private void theLine(UUID line, List<RemediationCase> cases, String walk) {
        var status = jdbc.sql("select status from line where id = :line")
                .param("line", line)
                .query(String.class)
                .single();
        boolean ended = cases.stream()
                .map(each -> each.state().standing().phase())
                .anyMatch(phase -> phase == Phase.DEACTIVATED || phase == Phase.ENDED);
        if (status.equals("DEACTIVATED")) {
            assertThat(ended).as(walk).isTrue();
            assertThat(cases)
                    .as(walk)
                    .extracting(each -> each.state().standing().phase())
                    .allMatch(phase -> phase == Phase.DEACTIVATED || phase.isFinal());
        } else {
            assertThat(cases).as(walk).noneMatch(each -> each.state().standing().phase() == Phase.DEACTIVATED);
        }
        assertThat(count("select count(*) from holding where line_id = :id and held_until is null", line))
                .as(walk)
                .isEqualTo(status.equals("DEACTIVATED") ? 0 : 1);
        boolean limited = count("select count(*) from line_limit where line_id = :id", line) > 0;
        assertThat(status.equals("LIMITED")).as(walk).isEqualTo(limited);
    }

    private void aCase(RemediationCase found, String walk) {
        assertThat(limits(found))
                .as(walk)
                .isEqualTo(holds(found) ? found.state().limits(found.terms()) : Set.of());
        var steps = history.of(found.id());
        assertThat(steps).as(walk).hasSize(found.steps());
        assertThat(count(
                        "select count(*) from audit_entry where subject_id = cast(:id as text) and type = 'remediation.step'",
                        found.id()))
                .as(walk)
                .isEqualTo(found.steps());
        Phase phase = null;
        Instant arrived = null;
        Instant stopped = null;
        var pauses = Duration.ZERO;
        var appealed = false;
        var deciders = new HashSet<UUID>();
        for (var step : steps) {
            assertThat(step.from()).as(walk).isEqualTo(phase);
            phase = step.to();
            if (step.event().equals("REACHED")) {
                arrived = step.at();
            }
            if (step.event().equals("APPEALED")) {
                stopped = step.at();
                appealed = true;
            }
            boolean decides = step.actor().kind() == Actor.Kind.STAFF;
            if (decides) {
                assertThat(!appealed || !deciders.contains(step.actor().id()))
                        .as(walk)
                        .isTrue();
                deciders.add(step.actor().id());
            }
            if (stopped != null && phase != Phase.APPEALED) {
                pauses = pauses.plus(Duration.between(stopped, step.at()));
                stopped = null;
            }
            if (Set.of(Phase.LIMITED, Phase.AWAITING_DECISION, Phase.DEACTIVATED)
                    .contains(phase)) {
                assertThat(arrived).as(walk).isNotNull();
            }
            if (phase == Phase.DEACTIVATED) {
                assertThat(decides).as(walk).isTrue();
                // Never sooner than the terms say, with every pause; extensions only make it later.
                assertThat(Duration.between(arrived, step.at()))
                        .as(walk)
                        .isGreaterThanOrEqualTo(found.terms().decisionAfter().plus(pauses));
            }
        }
        alarm(found, walk);
    }

    /** A clock that runs has an alarm, and a case that waits for a person has none that could do anything. */
    private void alarm(RemediationCase found, String walk) {
        boolean set = count(
                        "select count(*) from remediation_timer where task_name = 'case' and task_instance = :id || '@%d'"
                                .formatted(found.steps()),
                        found.id())
                > 0;
        assertThat(set).as(walk).isEqualTo(found.dueAt().isPresent());
    }

    /** Limits of a case lie on a line only while there is a line: another case may have ended it. */
    private boolean holds(RemediationCase found) {
        return count("select count(*) from line where id = :id and status <> 'DEACTIVATED'", found.lineId()) > 0;
    }

    private Set<Limit> limits(RemediationCase found) {
        return Set.copyOf(jdbc.sql("select limitation from line_limit where case_id = :case")
                .param("case", found.id())
                .query((row, _) -> Limit.valueOf(row.getString(1)))
                .list());
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Integer.class).single();
    }
}
