package io.namesake.e2e;

import io.namesake.e2e.Api.Answer;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app (RFC 6238: SHA-1, 30 seconds, six digits), written down once more so that a mistake of the server's is none here.
 *
 * @param base32 the secret as the page shows it
 * @param ahead how far the server's clock is before this machine's: a demo's can be moved
 */
record AuthenticatorApp(String base32, Duration ahead) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;
    private static final int STEP = 30;

    /** An app whose clock is that of the server. */
    static AuthenticatorApp of(ServerProcess server, String base32) {
        Answer now = Api.anyone(server).post("/v1/demo/clock", Map.of("advance", "PT0S"));
        return new AuthenticatorApp(
                base32,
                now.status() == 200 ? Duration.between(Instant.now(), Instant.parse(now.text("now"))) : Duration.ZERO);
    }

    /** @param steps how many codes after the one of now; a server forgives one */
    String code(int steps) {
        long step = Instant.now().plus(ahead).getEpochSecond() / STEP + steps;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret(), "RAW"));
            byte[] digest =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int at = digest[digest.length - 1] & 0xf;
            int number = ByteBuffer.wrap(digest, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC", e);
        }
    }

    private byte[] secret() {
        BigInteger number = BigInteger.ZERO;
        for (char letter : base32.strip().toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(letter)));
        }
        byte[] bytes = number.toByteArray();
        byte[] secret = new byte[SECRET_BYTES];
        int length = Math.min(SECRET_BYTES, bytes.length);
        System.arraycopy(bytes, bytes.length - length, secret, SECRET_BYTES - length, length);
        return secret;
    }
}
