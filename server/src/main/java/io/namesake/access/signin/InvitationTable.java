package io.namesake.access.signin;

import io.namesake.access.SecretToken;
import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time links. The newest of a person is the only one that opens anything. */
@Repository
class InvitationTable {
    /** Lets secret scanners recognise a leaked one. */
    private static final String PREFIX = "nsi_";
    /** Longer ones are not even looked at. */
    private static final int LONGEST = 64;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final SecureRandom random;

    InvitationTable(JdbcClient jdbc, Vault vault, SecureRandom random) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.random = random;
    }

    /** An open invitation, with the secret that the device will share. */
    record Invitation(UUID staff, byte[] totpSecret, Instant expiresAt) {
        @Override
        public String toString() {
            return "Invitation[" + staff + "]";
        }
    }

    static byte[] place(String tokenSha256) {
        return ("staff-invitation/" + tokenSha256).getBytes(StandardCharsets.US_ASCII);
    }

    /** @return the token, which is known to its bearer only */
    String add(UUID staff, Instant now, Instant expiresAt) {
        close(staff);
        var token = PREFIX + SecretToken.random(random);
        var hash = SecretToken.sha256(token);
        jdbc.sql("""
                        insert into staff_invitation (token_hash, staff_id, sealed_totp, created_at, expires_at)
                        values (:hash, :staff, :sealed, :now, :expires)
                        """)
                .param("hash", hash)
                .param("staff", staff)
                .param("sealed", vault.seal(Totp.newSecret(random), place(hash)))
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(expiresAt))
                .update();
        return token;
    }

    /** Whatever link they have opens nothing any more. */
    void close(UUID staff) {
        jdbc.sql("delete from staff_invitation where staff_id = :staff")
                .param("staff", staff)
                .update();
    }

    Optional<Invitation> open(String token, Instant now) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        var hash = SecretToken.sha256(token);
        return jdbc.sql("""
                        select i.* from staff_invitation i join staff s on s.id = i.staff_id
                        where i.token_hash = :hash and i.expires_at > :now and s.left_at is null
                        """)
                .param("hash", hash)
                .param("now", SqlTime.of(now))
                .query((row, _) -> new Invitation(
                        row.getObject("staff_id", UUID.class),
                        vault.open(row.getBytes("sealed_totp"), place(hash)),
                        SqlTime.instant(row, "expires_at")))
                .optional();
    }

    /** @return whether nobody used it before */
    boolean use(String token, Instant now) {
        return jdbc.sql("delete from staff_invitation where token_hash = :hash and expires_at > :now")
                        .param("hash", SecretToken.sha256(token))
                        .param("now", SqlTime.of(now))
                        .update()
                == 1;
    }
}
