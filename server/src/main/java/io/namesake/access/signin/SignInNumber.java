package io.namesake.access.signin;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody signs in with: eight letters and digits that were drawn (40 bits), as in {@code K7M2-XQ4T}. It names nobody, nobody can
 * guess who has one, and no operator learns of another's people by trying names.
 *
 * @param text in capitals, without the hyphen
 */
record SignInNumber(String text) {
    private static final int BYTES = 5;
    private static final int HALF = 4;
    private static final Pattern FORM = Pattern.compile("[A-Z2-7]{8}");
    /** Longer input is not even looked at. */
    private static final int LONGEST_INPUT = 40;

    static SignInNumber random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SignInNumber(Base32.encode(bytes));
    }

    /** As people type it: capitals, spaces and hyphens do not matter. */
    static Optional<SignInNumber> parse(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        var text = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return FORM.matcher(text).matches() ? Optional.of(new SignInNumber(text)) : Optional.empty();
    }

    /** As it is shown. */
    String shown() {
        return text.substring(0, HALF) + "-" + text.substring(HALF);
    }

    @Override
    public String toString() {
        return "SignInNumber";
    }
}
