package io.namesake.audit.note;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public Ed25519 key of a witness (C2SP tlog-cosignature), in the form {@code name+hash+base64(0x04 || key)}. A witness signs a
 * checkpoint only when the log has grown out of the one that it saw before, so that nobody can be shown another log under one name.
 *
 * @param name the witness's, printable ASCII without spaces and plus signs
 * @param publicKey 32 bytes as 64 lower-case hexadecimal digits
 */
public record WitnessKey(String name, String publicKey) {
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int TIME_BYTES = 8;
    private static final int SIGNATURE_BYTES = 64;
    private static final int LONGEST = 300;
    /** The end of the year 9999: later times are no times. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** A cosignature of version 1, in C2SP's list of signature types. */
    private static final byte COSIGNATURE = 4;

    /** Of the 32 bytes of a public key. */
    public static WitnessKey of(String name, byte[] publicKey) {
        return new WitnessKey(KeyName.checked(name), HexFormat.of().formatHex(publicKey));
    }

    /** Reads a witness's key; empty when it is none, is of another kind, or its hash is not its own. */
    public static Optional<WitnessKey> parse(String text) {
        var parts = text.split("\\+", 3);
        if (text.length() > LONGEST || parts.length != 3 || !KeyName.isOne(parts[0])) {
            return Optional.empty();
        }
        return Base64Text.decode(parts[2])
                .filter(bytes -> bytes.length == 1 + KEY_BYTES && bytes[0] == COSIGNATURE)
                .map(bytes -> of(parts[0], Arrays.copyOfRange(bytes, 1, bytes.length)))
                .filter(key -> HexFormat.of().formatHex(key.id()).equals(parts[1]));
    }

    /** The key as it is handed to others; {@link #parse} reads it. */
    public String text() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + Base64Text.encode(typed());
    }

    /** The first four bytes of SHA-256(name || 0x0A || 0x04 || key). */
    public byte[] id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed()), ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    /** What a witness signs: that it saw this text at that time. */
    public static byte[] message(long seconds, byte[] text) {
        var head = "cosignature/v1\ntime %d\n".formatted(seconds).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + text.length)
                .put(head)
                .put(text)
                .array();
    }

    /** @param marked key id, time and signature @return when, if it is this key's over the text */
    Optional<Instant> cosigned(byte[] marked, byte[] text) {
        if (marked.length != ID_BYTES + TIME_BYTES + SIGNATURE_BYTES
                || !Arrays.equals(Arrays.copyOf(marked, ID_BYTES), id())) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(marked, ID_BYTES, TIME_BYTES).getLong();
        if (seconds < 1 || seconds > LAST_SECOND) {
            return Optional.empty();
        }
        try {
            new Ed25519Verify(HexFormat.of().parseHex(publicKey))
                    .verify(Arrays.copyOfRange(marked, ID_BYTES + TIME_BYTES, marked.length), message(seconds, text));
            return Optional.of(Instant.ofEpochSecond(seconds));
        } catch (GeneralSecurityException notSigned) {
            return Optional.empty();
        }
    }

    private byte[] typed() {
        var key = HexFormat.of().parseHex(publicKey);
        return ByteBuffer.allocate(1 + key.length).put(COSIGNATURE).put(key).array();
    }
}
