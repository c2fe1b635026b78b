package io.namesake.review.internal;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The code that an applicant says to an agent: eight characters out of 24 that nobody takes for another, spoken or written, which
 * is about 37 bits. It proves that whoever says it has the applicant's page before them; it opens nothing by itself.
 */
@Component
class AppointmentCode {
    private static final String ALPHABET = "ACDEFGHJKMNPQRTVWXY34679";
    private static final int LENGTH = 8;
    private static final int LONGEST_WRITTEN = 32;
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    private final SecureRandom random;

    AppointmentCode(SecureRandom random) {
        this.random = random;
    }

    String draw() {
        var code = new StringBuilder();
        while (code.length() < LENGTH) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As people read it: in two groups. */
    static String written(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /** What was typed, without what stands between the characters; empty when it cannot be a code. */
    static Optional<String> read(String typed) {
        if (typed.length() > LONGEST_WRITTEN) {
            return Optional.empty();
        }
        var code = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return FORM.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
