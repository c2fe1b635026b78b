package io.namesake.exposure.internal;

import io.namesake.access.ClientPrincipal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller gives, checked against CAMARA's definitions and bounds of our own before anything is done with it. */
final class Given {
    /** As the definitions have it: E.164 with its plus. */
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{4,14}");

    /** The definitions say no more than "email"; nothing is sent there. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[A-Za-z0-9.-]{1,235}");

    private static final int LONGEST = 300;

    private Given() {}

    static boolean isPhoneNumber(String given) {
        return PHONE_NUMBER.matcher(given).matches();
    }

    /** @throws CamaraError {@code MISSING_IDENTIFIER}, or {@code INVALID_ARGUMENT} where it is no number */
    static String phoneNumber(@Nullable String given) {
        if (given == null) {
            throw CamaraError.missingIdentifier();
        }
        if (!isPhoneNumber(given)) {
            throw CamaraError.invalid("phoneNumber is not a number in E.164 with its plus.");
        }
        return given;
    }

    /**
     * The number that the client means; null where its token says which line is meant.
     *
     * @throws CamaraError {@code UNNECESSARY_IDENTIFIER} where the token says it and a number is given, too, be it the same; as
     *     {@link #phoneNumber} otherwise
     */
    static @Nullable String lineOf(ClientPrincipal client, @Nullable String given) {
        if (client.line() == null) {
            return phoneNumber(given);
        }
        if (given != null) {
            phoneNumber(given);
            throw CamaraError.unnecessaryIdentifier();
        }
        return null;
    }

    /** Likewise for KYC Match, which lets the same number be given beside a token that says it. */
    static @Nullable String sameLineOf(ClientPrincipal client, @Nullable String given) {
        return client.line() != null && given == null ? null : phoneNumber(given);
    }

    /** @throws CamaraError {@code INVALID_ARGUMENT} where it is empty or longer than 300 characters */
    static @Nullable String text(String name, @Nullable String given) {
        if (given != null && (given.isBlank() || given.length() > LONGEST)) {
            throw CamaraError.invalid(name + " must have 1 to 300 characters.");
        }
        return given;
    }

    /** @throws CamaraError {@code INVALID_ARGUMENT} where it is no e-mail address, or longer than 300 characters */
    static @Nullable String email(@Nullable String given) {
        if (given != null && (given.length() > LONGEST || !EMAIL.matcher(given).matches())) {
            throw CamaraError.invalid("email is not an e-mail address.");
        }
        return given;
    }

    /** @throws CamaraError {@code INVALID_ARGUMENT} where it is no date of ISO 8601 */
    static @Nullable LocalDate date(String name, @Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException _) {
            throw CamaraError.invalid(name + " is not a date such as 1978-08-22.");
        }
    }
}
