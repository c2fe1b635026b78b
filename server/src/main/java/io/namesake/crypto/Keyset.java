package io.namesake.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of keys of one kind. One of them is primary and makes what is new; every enabled one opens what it made. Immutable: each
 * change gives another keyset, which counts once it is stored and the servers have read it.
 *
 * <p>At rest it is Tink's JSON. With a KMS it is encrypted by that, so that the file alone opens nothing.
 */
public final class Keyset {
    private static final String ENCRYPTED = "\"encryptedKeyset\"";

    private final KeyKind kind;
    private final KeysetHandle keys;

    private Keyset(KeyKind kind, KeysetHandle keys) {
        this.kind = kind;
        this.keys = keys;
    }

    /** One of the keys. @param id eight hexadecimal digits; what a key sealed begins with 01 and these */
    public record Key(String id, boolean primary, boolean enabled) {}

    /** A new keyset of one key. */
    public static Keyset generate(KeyKind kind) throws GeneralSecurityException {
        return new Keyset(kind, KeysetHandle.generateNew(kind.parameters(), kind.configuration()));
    }

    /**
     * From an environment variable.
     *
     * @param kms opens it when it is encrypted; null without one
     * @throws GeneralSecurityException when it is no keyset, without repeating it
     */
    public static Keyset fromBase64(KeyKind kind, String base64OfJson, @Nullable KeyService kms)
            throws GeneralSecurityException {
        byte[] json;
        try {
            json = Base64.getDecoder().decode(base64OfJson.strip());
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException(kind.variable() + " is not base64");
        }
        return fromJson(kind, new String(json, StandardCharsets.UTF_8), kms);
    }

    static Keyset fromJson(KeyKind kind, String json, @Nullable KeyService kms) throws GeneralSecurityException {
        if (!isEncrypted(json)) {
            return new Keyset(
                    kind,
                    TinkJsonProtoKeysetFormat.parseKeyset(json, kind.configuration(), InsecureSecretKeyAccess.get()));
        }
        if (kms == null) {
            throw new GeneralSecurityException(
                    kind.variable() + " or " + kind.file() + " is encrypted by a KMS, and NAMESAKE_KMS_URL is not set");
        }
        return new Keyset(
                kind,
                TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                        json, new Wrapping(kms), placeOf(kind), kind.configuration()));
    }

    static boolean isEncrypted(String json) {
        return json.contains(ENCRYPTED);
    }

    /** Tink's JSON: a secret, except when a KMS encrypted it. */
    String toJson(@Nullable KeyService kms) throws GeneralSecurityException {
        return kms == null
                ? TinkJsonProtoKeysetFormat.serializeKeyset(keys, kind.configuration(), InsecureSecretKeyAccess.get())
                : TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                        keys, new Wrapping(kms), placeOf(kind), kind.configuration());
    }

    /** For the environment variable. A secret, except when a KMS encrypted it. */
    public String toBase64(@Nullable KeyService kms) throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(toJson(kms).getBytes(StandardCharsets.UTF_8));
    }

    /** Its keys, the oldest first. */
    public List<Key> keys() {
        return entries()
                .map(entry -> new Key(
                        HexFormat.of().toHexDigits(entry.getId()),
                        entry.isPrimary(),
                        entry.getStatus().equals(KeyStatus.ENABLED)))
                .toList();
    }

    /** With one key more, which opens and does not yet make anything: so that every server knows it before one uses it. */
    public Keyset prepared() throws GeneralSecurityException {
        return withNewKey(false);
    }

    /** With another primary key: the one that was {@link #prepared()}, else a new one. */
    public Keyset rotated() throws GeneralSecurityException {
        var prepared = prepared(keys());
        if (prepared.isEmpty()) {
            return withNewKey(true);
        }
        var builder = builder();
        builder.getAt(prepared.get()).makePrimary();
        return new Keyset(kind, builder.build());
    }

    /**
     * With a key switched off, or on again.
     *
     * @throws IllegalArgumentException when there is no such key, or it is the primary one
     */
    public Keyset withKey(String id, boolean enabled) throws GeneralSecurityException {
        var all = keys();
        int place = IntStream.range(0, all.size())
                .filter(index -> all.get(index).id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such key"));
        if (all.get(place).primary()) {
            throw new IllegalArgumentException("It is the primary key: rotate first");
        }
        var builder = builder();
        builder.getAt(place).setStatus(enabled ? KeyStatus.ENABLED : KeyStatus.DISABLED);
        return new Keyset(kind, builder.build());
    }

    KeysetHandle handle() {
        return keys;
    }

    /** Where an enabled key stands that is younger than the primary one: keys are added at the end. */
    private static Optional<Integer> prepared(List<Key> keys) {
        for (int index = keys.size() - 1; index >= 0 && !keys.get(index).primary(); index--) {
            if (keys.get(index).enabled()) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private Keyset withNewKey(boolean primary) throws GeneralSecurityException {
        var entry = KeysetHandle.generateEntryFromParameters(kind.parameters()).withRandomId();
        return new Keyset(
                kind, builder().addEntry(primary ? entry.makePrimary() : entry).build());
    }

    private KeysetHandle.Builder builder() throws GeneralSecurityException {
        return KeysetHandle.newBuilder(keys).setConfiguration(kind.configuration());
    }

    private Stream<KeysetHandle.Entry> entries() {
        return IntStream.range(0, keys.size()).mapToObj(keys::getAt);
    }

    private static byte[] placeOf(KeyKind kind) {
        return ("keyset/" + kind.name()).getBytes(StandardCharsets.US_ASCII);
    }

    /** A KMS in the form in which Tink asks one. */
    private record Wrapping(KeyService service) implements Aead {

        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
            return service.wrap(plaintext, associatedData);
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
            return service.unwrap(ciphertext, associatedData);
        }
    }
}
