package io.namesake.audit.note;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The private Ed25519 key that signs checkpoints, in the form that the tools around C2SP's notes write:
 * {@code PRIVATE+KEY+name+hash+base64(0x01 || seed)}. It carries the log's origin, so that the two cannot be confused.
 */
public final class SigningKey {
    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED_BYTES = 32;
    private static final int LONGEST = 400;

    private final VerifierKey verifier;
    private final byte[] seed;
    private final Ed25519Sign signer;

    private SigningKey(String name, byte[] seed) {
        try {
            this.verifier = VerifierKey.of(
                    name, Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey());
            this.signer = new Ed25519Sign(seed);
            this.seed = seed.clone();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
    }

    /** A new key. @param name the log's origin, printable ASCII without spaces and plus signs */
    public static SigningKey generate(String name, SecureRandom random) {
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return new SigningKey(KeyName.checked(name), seed);
    }

    /** Reads a private key. @throws IllegalArgumentException when it is none; the message does not repeat it */
    public static SigningKey parse(String text) {
        var line = text.strip();
        var parts = line.startsWith(PREFIX) && line.length() <= LONGEST
                ? line.substring(PREFIX.length()).split("\\+", 3)
                : new String[0];
        if (parts.length == 3 && KeyName.isOne(parts[0])) {
            var bytes = Base64Text.decode(parts[2]).orElse(new byte[0]);
            if (bytes.length == 1 + SEED_BYTES && bytes[0] == VerifierKey.ED25519) {
                var key = new SigningKey(parts[0], Arrays.copyOfRange(bytes, 1, bytes.length));
                if (HexFormat.of().formatHex(key.verifier.id()).equals(parts[1])) {
                    return key;
                }
            }
        }
        throw new IllegalArgumentException(
                "An audit key reads PRIVATE+KEY+<name>+<hash>+<key>; 'namesake audit new-key' makes one");
    }

    /** The public half. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The private key as text: a secret. Whoever has it can sign a log of their own making in this log's name. */
    public String secretText() {
        var typed = new byte[1 + seed.length];
        typed[0] = VerifierKey.ED25519;
        System.arraycopy(seed, 0, typed, 1, seed.length);
        return PREFIX + verifier.name() + "+" + HexFormat.of().formatHex(verifier.id()) + "+"
                + Base64Text.encode(typed);
    }

    /** Signs a checkpoint of this key's log. */
    public SignedCheckpoint sign(Checkpoint checkpoint) {
        try {
            var text = checkpoint.text();
            var signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
            var marked = Arrays.copyOf(verifier.id(), verifier.id().length + signature.length);
            System.arraycopy(signature, 0, marked, verifier.id().length, signature.length);
            return new SignedCheckpoint(
                    checkpoint, text + "\n\u2014 " + verifier.name() + " " + Base64Text.encode(marked) + "\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not sign a checkpoint", e);
        }
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "SigningKey[" + verifier.name() + "]";
    }
}
