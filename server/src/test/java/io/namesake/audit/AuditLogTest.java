package io.namesake.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MigratedDatabase;
import io.namesake.MovableClock;
import io.namesake.access.OperatorId;
import io.namesake.audit.AuditVerification.Intact;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditLogTest {
    private final MigratedDatabase database = MigratedDatabase.create();
    private final AuditLog log = new HashLinkedLog(database.jdbc(), database.transactions(), new MovableClock());
    private final TransactionTemplate transaction = database.transaction();

    @Test
    void an_entry_is_kept_with_all_its_parts() throws SQLException {
        var operator = new OperatorId(UUID.randomUUID());
        transaction.executeWithoutResult(status -> log.append(new AuditEntry(
                operator, "application.verified", "a1", Map.of("reason", "\"quoted\" \n 中文 \ud83d\ude00"))));

        assertThat(database.jdbc()
                        .sql(
                                "select operator_id, type, subject_id, details::json ->> 'reason' as reason from audit_entry")
                        .query()
                        .singleRow())
                .containsEntry("operator_id", operator.value())
                .containsEntry("type", "application.verified")
                .containsEntry("subject_id", "a1")
                .containsEntry("reason", "\"quoted\" \n 中文 \ud83d\ude00");
        assertThat(verify()).isInstanceOf(Intact.class);
    }

    @Test
    void an_entry_of_a_transaction_that_is_rolled_back_is_not_in_the_log() throws SQLException {
        transaction.executeWithoutResult(status -> {
            append("undone");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> append("done"));

        assertThat(types()).containsExactly("done");
        assertThat(verify()).isInstanceOf(Intact.class);
    }

    @Test
    void an_entry_outside_of_any_transaction_is_kept_at_once() {
        append("alone");

        assertThat(types()).containsExactly("alone");
    }

    @Test
    void entries_of_one_transaction_keep_their_order_and_an_inner_transaction_comes_first() throws SQLException {
        var inner = new TransactionTemplate(database.transactions());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            append("first");
            inner.executeWithoutResult(other -> append("inner"));
            append("second");
        });

        assertThat(types()).containsExactly("inner", "first", "second");
        assertThat(verify()).isInstanceOf(Intact.class);
    }

    @Test
    void an_entry_from_within_a_savepoint_is_written_once() throws SQLException {
        transaction.executeWithoutResult(status -> {
            append("before");
            nested().executeWithoutResult(inner -> append("within"));
            append("after");
        });

        assertThat(types()).containsExactly("before", "within", "after");
        assertThat(verify()).isInstanceOf(Intact.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_entry_that_was_undone_with_its_savepoint_is_not_in_the_log(boolean afterAnother) throws SQLException {
        transaction.executeWithoutResult(status -> {
            if (afterAnother) {
                append("before");
            }
            nested().executeWithoutResult(inner -> {
                append("undone");
                nested().executeWithoutResult(innermost -> append("undone-too"));
                inner.setRollbackOnly();
            });
            append("after");
        });

        assertThat(types()).isEqualTo(afterAnother ? List.of("before", "after") : List.of("after"));
        assertThat(verify()).isInstanceOf(Intact.class);
    }

    @Test
    void an_entry_made_just_before_the_commit_is_kept() {
        transaction.executeWithoutResult(
                status -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        append("late");
                    }
                }));

        assertThat(types()).containsExactly("late");
    }

    @Test
    void a_transaction_whose_entry_cannot_be_written_is_rolled_back() {
        database.jdbc().sql("create table witness (id int)").update();
        database.jdbc()
                .sql("alter table audit_entry add check (type <> 'impossible')")
                .update();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    database.jdbc().sql("insert into witness values (1)").update();
                    append("impossible");
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(database.jdbc()
                        .sql("select count(*) from witness")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void many_writers_at_once_leave_a_log_without_gaps_or_forks() throws SQLException {
        int writers = 8;
        int each = 25;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = IntStream.range(0, writers)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < each; i++) {
                                    transaction.executeWithoutResult(status -> {
                                        append("one");
                                        append("two");
                                    });
                                }
                            },
                            threads))
                    .toList();
            done.forEach(CompletableFuture::join);
        }

        assertThat(verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.count()).isEqualTo(2L * writers * each));
    }

    @Test
    void a_writer_that_is_long_in_its_transaction_does_not_hold_up_the_others() {
        transaction.executeWithoutResult(status -> {
            append("slow");
            CompletableFuture.runAsync(() -> append("quick"))
                    .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        });

        assertThat(types()).containsExactly("quick", "slow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set type = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_entry set type = 'x' where false",
                "delete from audit_head",
                "truncate audit_head",
                "update audit_head set seq = 0",
                "insert into audit_head (only_row, seq, hash) values (false, 0, decode(repeat('00', 32), 'hex'))"
            })
    void the_database_refuses_to_change_the_log(String sql) throws SQLException {
        append("a");
        append("b");

        assertThatThrownBy(() -> database.jdbc().sql(sql).update()).isInstanceOf(RuntimeException.class);

        assertThat(types()).containsExactly("a", "b");
        assertThat(verify()).isInstanceOf(Intact.class);
    }

    private TransactionTemplate nested() {
        var nested = new TransactionTemplate(database.transactions());
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return nested;
    }

    private void append(String type) {
        log.append(new AuditEntry(null, type, "subject", Map.of()));
    }

    private List<String> types() {
        return database.jdbc()
                .sql("select type from audit_entry order by seq")
                .query(String.class)
                .list();
    }

    private AuditVerification verify() throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            return AuditVerifier.verify(connection);
        }
    }
}
