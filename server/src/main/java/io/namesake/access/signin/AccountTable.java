package io.namesake.access.signin;

import io.namesake.access.OperatorId;
import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people of the staff sign in with. */
@Repository
class AccountTable {
    private final JdbcClient jdbc;
    private final Vault vault;

    AccountTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * An account of somebody who works here now.
     *
     * @param passwordHash null before it is set up
     * @param totpSecret of an authenticator app; null when there is none
     * @param lastStep the time step of the last code that was used
     */
    record Account(
            UUID staff,
            OperatorId operator,
            SignInNumber number,
            @Nullable String passwordHash,
            byte @Nullable [] totpSecret,
            long lastStep) {

        @Override
        public String toString() {
            return "Account[" + staff + "]";
        }
    }

    /** Where an account's sealed secret belongs. */
    static byte[] place(UUID staff) {
        return ("staff-totp/" + staff).getBytes(StandardCharsets.US_ASCII);
    }

    /** @return whether nobody has that number */
    boolean add(UUID staff, SignInNumber number, Instant now) {
        return jdbc.sql("""
                                insert into staff_account (staff_id, number, created_at) values (:staff, :number, :now)
                                on conflict (number) do nothing
                                """)
                        .param("staff", staff)
                        .param("number", number.text())
                        .param("now", SqlTime.of(now))
                        .update()
                == 1;
    }

    Optional<Account> find(SignInNumber number) {
        return jdbc.sql("""
                        select a.*, s.operator_id from staff_account a join staff s on s.id = a.staff_id
                        where a.number = :number and s.left_at is null
                        """)
                .param("number", number.text())
                .query((row, _) -> account(row))
                .optional();
    }

    Optional<Account> find(UUID staff) {
        return jdbc.sql("""
                        select a.*, s.operator_id from staff_account a join staff s on s.id = a.staff_id
                        where a.staff_id = :staff and s.left_at is null
                        """)
                .param("staff", staff)
                .query((row, _) -> account(row))
                .optional();
    }

    /** @param totpSecret null for whoever has passkeys alone */
    void setUp(UUID staff, String passwordHash, byte @Nullable [] totpSecret, long usedStep, Instant now) {
        jdbc.sql("""
                        update staff_account
                        set password_hash = :hash, sealed_totp = :sealed, last_step = :step, set_up_at = :now
                        where staff_id = :staff
                        """)
                .param("hash", passwordHash)
                .param("sealed", totpSecret == null ? null : vault.seal(totpSecret, place(staff)))
                .param("step", usedStep)
                .param("now", SqlTime.of(now))
                .param("staff", staff)
                .update();
    }

    /** Keeps an account as it is until the transaction ends. */
    void lock(UUID staff) {
        jdbc.sql("select staff_id from staff_account where staff_id = :staff for update")
                .param("staff", staff)
                .query((_, _) -> 0)
                .list();
    }

    void setApp(UUID staff, byte[] totpSecret, long usedStep) {
        jdbc.sql("update staff_account set sealed_totp = :sealed, last_step = :step where staff_id = :staff")
                .param("sealed", vault.seal(totpSecret, place(staff)))
                .param("step", usedStep)
                .param("staff", staff)
                .update();
    }

    void removeApp(UUID staff) {
        jdbc.sql("update staff_account set sealed_totp = null where staff_id = :staff")
                .param("staff", staff)
                .update();
    }

    /** Keeps an account as it is until the transaction ends. @return false when it is another one already */
    boolean lockIfUnchanged(Account account) {
        return jdbc.sql("select password_hash from staff_account where staff_id = :staff for update")
                .param("staff", account.staff())
                .query(String.class)
                .optional()
                .filter(hash -> hash.equals(account.passwordHash()))
                .isPresent();
    }

    void setPassword(UUID staff, String passwordHash) {
        jdbc.sql("update staff_account set password_hash = :hash where staff_id = :staff and set_up_at is not null")
                .param("hash", passwordHash)
                .param("staff", staff)
                .update();
    }

    /** From now on neither factor opens anything. */
    void clear(UUID staff) {
        jdbc.sql("""
                        update staff_account set password_hash = null, sealed_totp = null, set_up_at = null
                        where staff_id = :staff
                        """).param("staff", staff).update();
        replaceRecovery(staff, List.of());
    }

    void replaceRecovery(UUID staff, Collection<RecoveryCode> codes) {
        jdbc.sql("delete from staff_recovery_code where staff_id = :staff")
                .param("staff", staff)
                .update();
        for (var code : codes) {
            jdbc.sql("insert into staff_recovery_code (staff_id, code_sha256) values (:staff, :hash)")
                    .param("staff", staff)
                    .param("hash", code.sha256())
                    .update();
        }
    }

    boolean hasRecovery(UUID staff, String codeSha256) {
        return jdbc.sql("""
                        select count(*) from staff_recovery_code
                        where staff_id = :staff and code_sha256 = :hash and used_at is null
                        """)
                        .param("staff", staff)
                        .param("hash", codeSha256)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** @return whether it was not used before */
    boolean useRecovery(UUID staff, String codeSha256, Instant now) {
        return jdbc.sql("""
                                update staff_recovery_code set used_at = :now
                                where staff_id = :staff and code_sha256 = :hash and used_at is null
                                """)
                        .param("now", SqlTime.of(now))
                        .param("staff", staff)
                        .param("hash", codeSha256)
                        .update()
                == 1;
    }

    int recoveryLeft(UUID staff) {
        return jdbc.sql("select count(*) from staff_recovery_code where staff_id = :staff and used_at is null")
                .param("staff", staff)
                .query(Integer.class)
                .single();
    }

    /** @return whether neither this step nor a later one was used before */
    boolean useStep(UUID staff, long step) {
        return jdbc.sql("update staff_account set last_step = :step where staff_id = :staff and last_step < :step")
                        .param("step", step)
                        .param("staff", staff)
                        .update()
                == 1;
    }

    private Account account(ResultSet row) throws SQLException {
        var staff = row.getObject("staff_id", UUID.class);
        var sealed = row.getBytes("sealed_totp");
        return new Account(
                staff,
                new OperatorId(row.getObject("operator_id", UUID.class)),
                new SignInNumber(row.getString("number")),
                row.getString("password_hash"),
                sealed == null ? null : vault.open(sealed, place(staff)),
                row.getLong("last_step"));
    }
}
