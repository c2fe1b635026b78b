package io.namesake.access.signin;

import io.namesake.access.SecretToken;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code on paper that is good once in the place of the device: 80 random bits, as in {@code K7M2-XQ4T-9PAB-CDEF}.
 *
 * @param text in capitals, without hyphens
 */
record RecoveryCode(String text) {
    private static final int BYTES = 10;
    private static final int GROUP = 4;
    private static final Pattern FORM = Pattern.compile("[A-Z2-7]{16}");

    static RecoveryCode random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RecoveryCode(Base32.encode(bytes));
    }

    static Optional<RecoveryCode> parse(String typed) {
        var text = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return FORM.matcher(text).matches() ? Optional.of(new RecoveryCode(text)) : Optional.empty();
    }

    String shown() {
        return text.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** Eighty random bits need no slow hash. */
    String sha256() {
        return SecretToken.sha256(text);
    }

    @Override
    public String toString() {
        return "RecoveryCode";
    }
}
