package io.namesake.passkey;

import io.namesake.database.SqlTime;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/**
 * A table of passkeys, as Spring Security asks for it. A user's handle is the person's id, 16 bytes: the standard wants
 * nothing personal in it (Web Authentication Level 3, section 14.6.1), and it is not.
 */
public final class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
    private final JdbcClient jdbc;
    private final String table;
    private final String owner;
    private final String word;

    /**
     * @param table with the columns of V311, but that of the owner
     * @param owner its column with the id of the person
     * @param word how a device calls what the passkey is for, where nobody said otherwise
     */
    public PasskeyStore(JdbcClient jdbc, String table, String owner, String word) {
        this.jdbc = jdbc;
        this.table = table;
        this.owner = owner;
        this.word = word;
    }

    static Bytes handle(UUID person) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array());
    }

    static UUID person(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public void save(CredentialRecord record) {
        jdbc.sql("""
                        insert into %s
                            (credential_id, %s, public_key, attestation, sign_count, transports, backup_eligible, backed_up,
                             label, created_at, last_used_at)
                        values (:id, :person, :key, :attestation, :count, :transports, :eligible, :backedUp, :label, :created, :used)
                        on conflict (credential_id) do update
                            set sign_count = excluded.sign_count, backed_up = excluded.backed_up, last_used_at = excluded.last_used_at
                        """.formatted(table, owner))
                .param("id", record.getCredentialId().toBase64UrlString())
                .param("person", person(record.getUserEntityUserId()))
                .param("key", record.getPublicKey().getBytes())
                .param("attestation", record.getAttestationObject().getBytes())
                .param("count", record.getSignatureCount())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("eligible", record.isBackupEligible())
                .param("backedUp", record.isBackupState())
                .param("label", record.getLabel())
                .param("created", SqlTime.of(record.getCreated()))
                .param("used", SqlTime.of(record.getLastUsed()))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql("select * from " + table + " where credential_id = :id")
                .param("id", id.toBase64UrlString())
                .query((row, _) -> credential(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("select * from " + table + " where " + owner + " = :person order by created_at, credential_id")
                .param("person", person(handle))
                .query((row, _) -> credential(row))
                .list();
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("delete from " + table + " where credential_id = :id")
                .param("id", id.toBase64UrlString())
                .update();
    }

    /** @return whether the person had such a passkey */
    boolean delete(UUID person, String credentialId) {
        return jdbc.sql("delete from " + table + " where credential_id = :id and " + owner + " = :person")
                        .param("id", credentialId)
                        .param("person", person)
                        .update()
                == 1;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return findByUserId(handle).isEmpty() ? null : user(person(handle), word);
    }

    static PublicKeyCredentialUserEntity user(UUID person, String label) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(person))
                .name(label)
                .displayName(label)
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        throw new UnsupportedOperationException("Nobody is known here by a name");
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("People are made elsewhere");
    }

    private CredentialRecord credential(ResultSet row) throws SQLException {
        Set<AuthenticatorTransport> transports = Arrays.stream(
                        row.getString("transports").split(","))
                .filter(name -> !name.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("credential_id")))
                .userEntityUserId(handle(row.getObject(owner, UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(true)
                .transports(transports)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .label(row.getString("label"))
                .created(SqlTime.instant(row, "created_at"))
                .lastUsed(SqlTime.instant(row, "last_used_at"))
                .build();
    }
}
