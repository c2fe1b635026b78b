package io.namesake.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.access.OperatorId;
import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Somebody hears of it when the log is signed no more. */
class CheckpointHealthTest {
    private final SignedLog log = new SignedLog();
    private final Checkpoints checkpoints = log.checkpoints(SignedLog.KEY);

    @Test
    void a_log_that_is_signed_in_time_is_healthy_however_old_it_is() {
        assertThat(log.health.health().getStatus()).isEqualTo(Status.UP);
        log.append(3);
        checkpoints.tick();
        log.clock.advance(Duration.ofDays(400));
        assertThat(log.health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(age()).isZero();
        assertThat(count("signed")).isOne();
    }

    @Test
    void an_entry_that_waits_too_long_for_a_signature_is_told_until_it_is_signed() {
        log.append(1).sign();
        log.append(1);
        log.clock.advance(Duration.ofMinutes(5));
        assertThat(log.health.health().getStatus()).isEqualTo(Status.UP);
        log.clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(log.health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(age()).isGreaterThan(600);

        checkpoints.tick();

        assertThat(log.health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whoever_asks_for_a_signature_of_a_rewritten_log_is_told_that_it_was_rewritten() throws Exception {
        log.append(4).sign();
        log.tamper("update audit_entry set hash = sha256('x') where seq = 4");
        log.append(1);
        var api = new AuditController(log.checkpoints(SignedLog.KEY), log.table, log.proofs, SignedLog.KEY);

        assertThatThrownBy(() -> api.make(new OperatorPrincipal(new OperatorId(new UUID(1, 1)), "Test Telecom")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.AUDIT_LOG_REWRITTEN));
    }

    @Test
    void a_log_that_was_rewritten_is_told_at_the_first_refusal_and_counted_at_each() {
        log.append(10).sign();
        log.tamper("update audit_entry set hash = sha256('x') where seq = 4");
        log.append(1);

        checkpoints.tick();
        checkpoints.tick();

        var health = log.health.health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("lastAttempt", "REFUSED");
        assertThat(count("refused")).isEqualTo(2);
        assertThat(count("failed")).isZero();
    }

    @Test
    void a_failure_of_another_kind_ends_no_clock_and_is_counted_apart() {
        log.append(1);
        log.tamper("alter table audit_checkpoint rename to audit_checkpoint_away");
        checkpoints.tick();
        log.tamper("alter table audit_checkpoint_away rename to audit_checkpoint");
        assertThat(count("failed")).isOne();
        assertThat(log.health.health().getStatus()).isEqualTo(Status.DOWN);

        checkpoints.tick();

        assertThat(log.health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(log.table.newest()).isPresent();
    }

    private double age() {
        return log.metrics.get("namesake.audit.unsigned.age").gauge().value();
    }

    private double count(String outcome) {
        return log.metrics
                .get("namesake.audit.checkpoints")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
