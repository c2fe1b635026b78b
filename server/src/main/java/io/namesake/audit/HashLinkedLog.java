package io.namesake.audit;

import io.namesake.audit.merkle.Hash;
import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import io.namesake.database.SqlTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Collects a transaction's entries while it runs and writes them as its very last act. Writing needs the lock on the log's head,
 * for which every other writer waits: so it is held for two statements and the commit, however long the transaction was, and it
 * can take part in no deadlock.
 */
@Component
class HashLinkedLog implements AuditLog {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HashLinkedLog(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        if (!(transactions instanceof ConfigurableTransactionManager configurable)) {
            throw new IllegalStateException("The audit log needs a transaction manager that tells of each commit");
        }
        configurable.addListener(new WriteBeforeCommit());
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void append(AuditEntry entry) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            collected().add(entry);
        } else {
            transaction.executeWithoutResult(status -> append(entry));
        }
    }

    private List<AuditEntry> collected() {
        return collectedSoFar().orElseGet(() -> {
            var collected = new Collected(this, new ArrayList<>(), new IdentityHashMap<>());
            TransactionSynchronizationManager.registerSynchronization(collected);
            return collected.entries();
        });
    }

    private Optional<List<AuditEntry>> collectedSoFar() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Collected collected && collected.log() == this) {
                return Optional.of(collected.entries());
            }
        }
        return Optional.empty();
    }

    private void write(List<AuditEntry> entries) {
        // The log is one for all operators, and so is whoever writes into it.
        CurrentScope.run(Scope.ofSystem("audit log"), () -> link(entries));
    }

    private void link(List<AuditEntry> entries) {
        var head = jdbc.sql("select seq, hash from audit_head for update")
                .query((row, number) -> new Head(row.getLong("seq"), Hash.of(row.getBytes("hash"))))
                .single();
        var now = clock.instant();
        for (var entry : entries) {
            var linked = LinkedEntry.linked(head.seq() + 1, head.hash(), now, entry);
            insert(linked);
            head = new Head(linked.seq(), linked.hash());
        }
    }

    private void insert(LinkedEntry entry) {
        jdbc.sql("""
                        with appended as (
                            insert into audit_entry
                                (seq, at, operator_id, type, subject_id, details, previous_hash, hash)
                            values
                                (:seq, :at, :operatorId, :type, :subjectId, :details, :previous, :hash)
                            returning seq, hash)
                        update audit_head set seq = appended.seq, hash = appended.hash from appended
                        """)
                .param("seq", entry.seq())
                .param("at", SqlTime.of(entry.at()))
                .param("operatorId", entry.operatorId())
                .param("type", entry.type())
                .param("subjectId", entry.subjectId())
                .param("details", entry.details())
                .param("previous", entry.previous().bytes())
                .param("hash", entry.hash().bytes())
                .update();
    }

    private record Head(long seq, Hash hash) {}

    /**
     * What one transaction wants written. A synchronization, because Spring sets those aside while another transaction runs.
     *
     * @param savepoints how many entries there were at each
     */
    private record Collected(HashLinkedLog log, List<AuditEntry> entries, Map<Object, Integer> savepoints)
            implements TransactionSynchronization {

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, entries.size());
        }

        /** One that is older than the first entry was not told here. */
        @Override
        public void savepointRollback(Object savepoint) {
            entries.subList(savepoints.getOrDefault(savepoint, 0), entries.size())
                    .clear();
        }
    }

    /**
     * Comes after every callback that could still append, unlike {@link TransactionSynchronization#beforeCommit}. An exception
     * here rolls the transaction back.
     */
    private final class WriteBeforeCommit implements TransactionExecutionListener {
        @Override
        public void beforeCommit(TransactionExecution execution) {
            // Spring tells of the release of a savepoint, too.
            if (execution.isNewTransaction() && TransactionSynchronizationManager.isSynchronizationActive()) {
                collectedSoFar().ifPresent(HashLinkedLog.this::write);
            }
        }
    }
}
