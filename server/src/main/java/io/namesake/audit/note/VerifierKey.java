package io.namesake.audit.note;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public Ed25519 key (RFC 8032) in C2SP's form of a verifier key: {@code name+hash+base64(0x01 || key)}.
 *
 * @param name the origin of the log
 * @param publicKey 32 bytes as 64 lower-case hexadecimal digits
 */
public record VerifierKey(String name, String publicKey) {
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int LONGEST = 300;

    /** Ed25519, in C2SP's list of signature types. */
    static final byte ED25519 = 1;

    static VerifierKey of(String name, byte[] publicKey) {
        return new VerifierKey(KeyName.checked(name), HexFormat.of().formatHex(publicKey));
    }

    /** Reads a verifier key; empty when it is none, is of another kind, or its hash is not its own. */
    public static Optional<VerifierKey> parse(String text) {
        var parts = text.split("\\+", 3);
        if (text.length() > LONGEST || parts.length != 3 || !KeyName.isOne(parts[0])) {
            return Optional.empty();
        }
        return Base64Text.decode(parts[2])
                .filter(bytes -> bytes.length == 1 + KEY_BYTES && bytes[0] == ED25519)
                .map(bytes -> of(parts[0], Arrays.copyOfRange(bytes, 1, bytes.length)))
                .filter(key -> HexFormat.of().formatHex(key.id()).equals(parts[1]));
    }

    /** The first four bytes of SHA-256(name || 0x0A || 0x01 || key): which key a signature says it is by. */
    byte[] id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed()), ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    boolean verifies(byte[] signature, byte[] text) {
        try {
            new Ed25519Verify(HexFormat.of().parseHex(publicKey)).verify(signature, text);
            return true;
        } catch (GeneralSecurityException notSigned) {
            return false;
        }
    }

    private byte[] typed() {
        var key = HexFormat.of().parseHex(publicKey);
        var typed = new byte[1 + key.length];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }

    /** The key as it is handed to others; {@link #parse} reads it. */
    public String text() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + Base64Text.encode(typed());
    }
}
