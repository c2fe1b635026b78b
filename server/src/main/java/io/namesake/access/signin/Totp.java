package io.namesake.access.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of an authenticator app (RFC 6238): six digits, a new one every {@value #STEP_SECONDS} seconds, HMAC-SHA-1, which is what every
 * such app knows (and whose collisions do not matter to HMAC, RFC 6151).
 */
final class Totp {
    private static final int STEP_SECONDS = 30;
    /** 160 bits, as RFC 4226 (R6) recommends. */
    private static final int SECRET_BYTES = 20;
    /** So many steps a device's clock may go wrong (RFC 6238, clause 5.2). */
    private static final int DRIFT = 1;

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private Totp() {}

    static byte[] newSecret(SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /**
     * Which time step a code is of.
     *
     * @param code as it was typed, spaces and all
     * @return empty when it is wrong now, or of a step that is used up
     */
    static OptionalLong step(byte[] secret, String code, Instant now, long lastUsed) {
        var typed = code.replaceAll("\\s", "");
        if (!FORM.matcher(typed).matches()) {
            return OptionalLong.empty();
        }
        var given = typed.getBytes(StandardCharsets.US_ASCII);
        long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        var found = OptionalLong.empty();
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            boolean right = MessageDigest.isEqual(codeOf(secret, step).getBytes(StandardCharsets.US_ASCII), given);
            if (right && step > lastUsed) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static String codeOf(byte[] secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HMAC takes any key", e);
        }
    }
}
