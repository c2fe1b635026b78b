package io.namesake.crypto;

import static io.namesake.crypto.KeyServiceContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MigratedDatabase;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CaseKeysTest {
    private static final JdbcClient JDBC = MigratedDatabase.create().jdbc();
    private static final byte[] SECRET = bytes("a picture of a person");
    private static final byte[] HERE = bytes("evidence/1/SELFIE_IMAGE");

    private final CaseRef of = new CaseRef("application", UUID.randomUUID());
    private Keyset keyset;

    @BeforeEach
    void make_a_keyset() throws Exception {
        keyset = Keyset.generate(KeyKind.SEALING);
        JDBC.sql("delete from case_key").update();
    }

    @Test
    void each_case_has_a_key_of_its_own() throws Exception {
        var keys = keys();
        var sealed = keys.seal(of, SECRET, HERE);
        assertThat(keys.open(of, sealed, HERE)).isEqualTo(SECRET);
        assertThat(CaseKeys.isSealedByCase(sealed)).isTrue();
        assertThat(CaseKeys.isSealedByCase(new Vault(keyset).seal(SECRET, HERE)))
                .isFalse();
        var another = new CaseRef("application", UUID.randomUUID());
        keys.seal(another, SECRET, HERE);
        assertThatThrownBy(() -> keys.open(another, sealed, HERE)).isInstanceOf(Vault.SealBroken.class);
        assertThatThrownBy(() -> keys.open(of, sealed, bytes("evidence/1/DOCUMENT_IMAGE")))
                .isInstanceOf(Vault.SealBroken.class);
    }

    @Test
    void once_its_key_is_destroyed_a_copy_of_the_ciphertext_opens_with_nothing_that_is_left() throws Exception {
        var keys = keys();
        var copyInABackup = keys.seal(of, SECRET, HERE);
        assertThat(keys.destroy(of)).isTrue();
        assertThat(keys.destroy(of)).isFalse();
        assertThatThrownBy(() -> keys.open(of, copyInABackup, HERE)).isInstanceOf(CaseKeyGone.class);
        // Not even a new key of the same case, with the very keyset that wrapped the old one.
        keys.seal(of, SECRET, HERE);
        assertThatThrownBy(() -> keys.open(of, copyInABackup, HERE)).isInstanceOf(Vault.SealBroken.class);
        assertThatThrownBy(() -> new Vault(keyset).open(copyInABackup, HERE)).isInstanceOf(Vault.SealBroken.class);
    }

    @Test
    void the_key_in_the_database_is_wrapped_for_its_case_and_opens_nothing_of_another() throws Exception {
        var keys = keys();
        var sealed = keys.seal(of, SECRET, HERE);
        var another = new CaseRef("dispute", of.id());
        JDBC.sql("""
                        insert into case_key (case_kind, case_id, wrapped_key, key_id, created_at)
                        select 'dispute', case_id, wrapped_key, key_id, created_at from case_key
                        """).update();
        assertThatThrownBy(() -> keys.open(another, sealed, HERE)).isInstanceOf(Vault.SealBroken.class);
    }

    @Test
    void a_rotation_wraps_the_keys_again_and_what_they_sealed_stays() throws Exception {
        var sealed = keys().seal(of, SECRET, HERE);
        var old = keyset.keys().getFirst().id();
        keyset = keyset.rotated();
        var wrapped = new WrappedCaseKeys(JDBC, new LocalKeyService(new Vault(keyset)));
        assertThat(wrapped.resealSome(10)).isOne();
        assertThat(wrapped.resealSome(10)).isZero();
        keyset = keyset.withKey(old, false);
        assertThat(keys().open(of, sealed, HERE)).isEqualTo(SECRET);
    }

    private CaseKeys keys() throws Exception {
        return new CaseKeys(JDBC, new LocalKeyService(new Vault(keyset)), Clock.systemUTC());
    }
}
