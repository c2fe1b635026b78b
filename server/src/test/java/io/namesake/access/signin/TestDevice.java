package io.namesake.access.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's authenticator app. */
record TestDevice(byte[] secret, Clock clock) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BYTES = 20;
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    /** @param base32 as the page shows it */
    static TestDevice with(String base32, Clock clock) {
        var number = base32.chars()
                .mapToObj(letter -> BigInteger.valueOf(ALPHABET.indexOf(letter)))
                .reduce(BigInteger.ZERO, (all, next) -> all.shiftLeft(5).or(next));
        var bytes = number.toByteArray();
        var secret = new byte[BYTES];
        int length = Math.min(BYTES, bytes.length);
        System.arraycopy(bytes, bytes.length - length, secret, BYTES - length, length);
        return new TestDevice(secret, clock);
    }

    /** What it shows now. */
    String code() {
        return code(0);
    }

    /** @param steps how many codes later than now */
    String code(int steps) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "RAW"), clock.instant().plusSeconds(30L * steps));
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TestDevice device && Arrays.equals(secret, device.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }
}
