package io.namesake.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import io.namesake.MovableClock;
import io.namesake.audit.AuditVerification.Broken;
import io.namesake.audit.AuditVerification.Damage;
import io.namesake.audit.AuditVerification.Intact;
import io.namesake.audit.merkle.Hash;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test tampers with a log of nine entries as somebody could who owns the database. */
class AuditVerifierTest {
    private final MigratedDatabase database = MigratedDatabase.create();

    @BeforeEach
    void a_log_of_nine_entries_that_nothing_guards() {
        var log = new HashLinkedLog(database.jdbc(), database.transactions(), new MovableClock());
        for (int i = 1; i <= 9; i++) {
            log.append(new AuditEntry(null, "application.decided", "application-" + i, Map.of("outcome", "REFUSED")));
        }
        sql("alter table audit_entry disable trigger all");
        sql("alter table audit_head disable trigger all");
    }

    @Test
    void an_untouched_log_is_intact_and_its_head_is_told() throws SQLException {
        var head = database.jdbc()
                .sql("select encode(hash, 'hex') from audit_entry where seq = 9")
                .query(String.class)
                .single();

        assertThat(verify()).isEqualTo(new Intact(9, head));
    }

    @Test
    void an_empty_log_is_intact() throws SQLException {
        sql("delete from audit_entry");
        sql("update audit_head set seq = 0, hash = decode(repeat('00', 32), 'hex')");

        assertThat(verify()).isEqualTo(new Intact(0, "0".repeat(64)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    at            | at + interval '1 microsecond'
                    operator_id   | gen_random_uuid()
                    type          | 'application.verified'
                    subject_id    | 'application-99'
                    details       | replace(details, 'REFUSED', 'VERIFIED')
                    details       | concat(details, ' ')
                    previous_hash | sha256('x')
                    hash          | sha256('x')
                    """)
    void an_altered_entry_is_named(String column, String value) throws SQLException {
        sql("update audit_entry set %s = %s where seq = 5".formatted(column, value));

        assertBroken(5, Damage.ALTERED);
    }

    @Test
    void an_entry_altered_with_a_fitting_new_hash_is_named() throws SQLException {
        rewrite(5);

        assertBroken(5, Damage.ALTERED);
    }

    @Test
    void a_last_entry_altered_with_a_fitting_new_hash_is_named() throws SQLException {
        rewrite(9);

        assertBroken(9, Damage.ALTERED);
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "9"})
    void a_removed_entry_is_named(int seq) throws SQLException {
        sql("delete from audit_entry where seq = " + seq);

        assertBroken(seq, Damage.REMOVED);
    }

    @Test
    void a_removed_entry_is_named_also_when_those_after_it_moved_up() throws SQLException {
        sql("delete from audit_entry where seq = 5");
        for (int seq = 6; seq <= 9; seq++) {
            sql("update audit_entry set seq = seq - 1 where seq = " + seq);
        }
        sql("update audit_head set seq = 8");

        assertBroken(5, Damage.REMOVED);
    }

    @Test
    void a_log_that_lost_everything_is_broken() throws SQLException {
        sql("delete from audit_entry");

        assertBroken(1, Damage.REMOVED);
    }

    @Test
    void entries_that_changed_places_are_named() throws SQLException {
        sql("update audit_entry set seq = 100 where seq = 4");
        sql("update audit_entry set seq = 4 where seq = 7");
        sql("update audit_entry set seq = 7 where seq = 100");

        assertThat(verify())
                .isEqualTo(new Broken(4, Damage.REORDERED, "The entry that belongs at place 4 stands at place 7."));
    }

    @Test
    void an_entry_that_the_server_did_not_write_is_named() throws SQLException {
        write(LinkedEntry.linked(10, hashOf(9), Instant.now(), new AuditEntry(null, "application.decided", "forged")));

        assertBroken(10, Damage.ADDED);
    }

    @Test
    void a_log_without_its_head_is_broken() throws SQLException {
        sql("delete from audit_head");

        assertThat(verify()).isInstanceOf(Broken.class);
    }

    @Test
    void a_log_longer_than_what_is_fetched_at_a_time_is_read_to_its_end() throws SQLException {
        var log = new HashLinkedLog(database.jdbc(), database.transactions(), new MovableClock());
        database.transaction().executeWithoutResult(status -> {
            for (int i = 10; i <= 2500; i++) {
                log.append(new AuditEntry(null, "application.decided", "application-" + i, Map.of()));
            }
        });
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.count()).isEqualTo(2500));

        sql("update audit_entry set subject_id = 'x' where seq = 2400");
        assertBroken(2400, Damage.ALTERED);
    }

    @Test
    void the_connection_comes_back_as_it_was() throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            AuditVerifier.verify(connection);

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.isReadOnly()).isFalse();
            assertThat(connection.getTransactionIsolation()).isEqualTo(java.sql.Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    /** Gives the entry another content, and a hash that fits it. */
    private void rewrite(int seq) {
        var forged = LinkedEntry.linked(
                seq, hashOf(seq - 1), Instant.now(), new AuditEntry(null, "application.decided", "somebody-else"));
        sql("delete from audit_entry where seq = " + seq);
        write(forged);
    }

    private Hash hashOf(int seq) {
        return database.jdbc()
                .sql("select hash from audit_entry where seq = :seq")
                .param("seq", seq)
                .query((row, number) -> Hash.of(row.getBytes(1)))
                .single();
    }

    private void write(LinkedEntry entry) {
        database.jdbc()
                .sql("""
                        insert into audit_entry (seq, at, operator_id, type, subject_id, details, previous_hash, hash)
                        values (?, ?::timestamptz, null, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.seq(),
                        entry.at().toString(),
                        entry.type(),
                        entry.subjectId(),
                        entry.details(),
                        entry.previous().bytes(),
                        entry.hash().bytes())
                .update();
    }

    private void assertBroken(long seq, Damage damage) throws SQLException {
        assertThat(verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.seq()).isEqualTo(seq);
            assertThat(broken.damage()).isEqualTo(damage);
            assertThat(broken.explanation()).contains(Long.toString(seq));
        });
    }

    private void sql(String sql) {
        database.jdbc().sql(sql).update();
    }

    private AuditVerification verify() throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            return AuditVerifier.verify(connection);
        }
    }
}
