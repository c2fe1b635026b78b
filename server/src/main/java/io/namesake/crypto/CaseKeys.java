package io.namesake.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import io.namesake.database.SqlTime;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A key for each case. What belongs to the case is sealed with it; it lies in the database itself, wrapped by the
 * {@link KeyService}. Once the row is gone, nothing opens those pieces any more, wherever copies of them lie: in dead tuples, the
 * write-ahead log, a replica or a backup of the tables that held them (crypto-shredding, NIST SP 800-88 Rev. 1, 2.6).
 *
 * <p>A backup that holds the wrapped key as well can be opened by whoever also has the key-encryption key, so such backups must
 * not be older than what is promised about erasure.
 */
@Repository
public class CaseKeys {
    /** Stands before everything that a case's key sealed; what the vault sealed begins with 1. */
    private static final byte MARK = 'C';

    private final JdbcClient jdbc;
    private final KeyService keyService;
    private final Clock clock;

    CaseKeys(JdbcClient jdbc, KeyService keyService, Clock clock) {
        this.jdbc = jdbc;
        this.keyService = keyService;
        this.clock = clock;
    }

    /** Whether {@link #seal} made this, and not the vault. */
    public static boolean isSealedByCase(byte[] sealed) {
        return sealed.length > 0 && sealed[0] == MARK;
    }

    /**
     * Encrypts under the case's own key, which is made on the first occasion.
     *
     * @param associatedData where the ciphertext belongs; not secret
     */
    @Transactional
    public byte[] seal(CaseRef of, byte[] plaintext, byte[] associatedData) {
        var key = find(of).orElseGet(() -> make(of));
        try {
            var sealed = key.encrypt(plaintext, associatedData);
            var marked = new byte[sealed.length + 1];
            marked[0] = MARK;
            System.arraycopy(sealed, 0, marked, 1, sealed.length);
            return marked;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal", e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws CaseKeyGone when the case's key was destroyed
     * @throws Vault.SealBroken when the ciphertext was changed or moved
     */
    public byte[] open(CaseRef of, byte[] sealed, byte[] associatedData) {
        if (!isSealedByCase(sealed)) {
            throw new Vault.SealBroken("A value was not sealed with a case's key");
        }
        var key = find(of).orElseThrow(() -> new CaseKeyGone(of));
        try {
            return key.decrypt(Arrays.copyOfRange(sealed, 1, sealed.length), associatedData);
        } catch (GeneralSecurityException e) {
            throw new Vault.SealBroken(e);
        }
    }

    /** Destroys the key, in the caller's transaction: the one that erases. @return whether there was one */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean destroy(CaseRef of) {
        return jdbc.sql("delete from case_key where case_kind = :kind and case_id = :id")
                        .param("kind", of.kind())
                        .param("id", of.id())
                        .update()
                == 1;
    }

    private Aead make(CaseRef of) {
        try {
            var keyset = KeysetHandle.generateNew(KeyKind.SEALING.parameters(), KeyKind.SEALING.configuration());
            var bytes = TinkProtoKeysetFormat.serializeKeyset(
                    keyset, InsecureSecretKeyAccess.get(), KeyKind.SEALING.configuration());
            var wrapped = keyService.wrap(bytes, placeOf(of));
            jdbc.sql("""
                            insert into case_key (case_kind, case_id, wrapped_key, key_id, created_at)
                            values (:kind, :id, :wrapped, :key, :now) on conflict do nothing
                            """)
                    .param("kind", of.kind())
                    .param("id", of.id())
                    .param("wrapped", wrapped)
                    .param("key", keyService.keyIdOf(wrapped))
                    .param("now", SqlTime.of(clock.instant()))
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not make a key for a case", e);
        }
        // Read again: somebody else may have made one at the same time, and theirs counts.
        return find(of).orElseThrow(() -> new CaseKeyGone(of));
    }

    private Optional<Aead> find(CaseRef of) {
        return jdbc.sql("select wrapped_key from case_key where case_kind = :kind and case_id = :id")
                .param("kind", of.kind())
                .param("id", of.id())
                .query((row, index) -> row.getBytes("wrapped_key"))
                .optional()
                .map(wrapped -> aead(keyService.unwrap(wrapped, placeOf(of))));
    }

    private static Aead aead(byte[] keyset) {
        try {
            return TinkProtoKeysetFormat.parseKeyset(
                            keyset, InsecureSecretKeyAccess.get(), KeyKind.SEALING.configuration())
                    .getPrimitive(KeyKind.SEALING.configuration(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new Vault.SealBroken(e);
        }
    }

    static byte[] placeOf(CaseRef of) {
        return ("case-key/" + of.kind() + "/" + of.id()).getBytes(StandardCharsets.US_ASCII);
    }
}
