package io.namesake.registry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line's name in the one form in which it is stored and compared.
 *
 * @param service what the line is for
 * @param value an E.164 number with its leading + (ITU-T E.164) for {@link Service#MOBILE} and {@link Service#FIXED}; a network
 *     access identifier {@code user@realm} (RFC 7542) of at most 253 bytes of UTF-8 for {@link Service#INTERNET}
 */
public record LineIdentifier(Service service, String value) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{3,16}");

    /**
     * For what was {@link #parse parsed} before. Only the shape is looked at, since a line that was valid once must stay
     * readable when numbering plans change.
     *
     * @throws IllegalArgumentException when the value does not have the shape
     */
    public LineIdentifier {
        boolean shaped = switch (service) {
            case MOBILE, FIXED -> E164.matcher(value).matches();
            case INTERNET -> value.length() <= NetworkAccessIdentifier.LONGEST && value.indexOf('@') > 0;
        };
        if (!shaped) {
            throw new IllegalArgumentException("Not the normal form of a line of service " + service);
        }
    }

    /**
     * Reads what a person or a program wrote.
     *
     * @param text for a telephone number: +, the country's code and the number, with spaces, hyphens, dots or parentheses
     *     between; for an internet line: user, @ and realm. At most 253 characters
     * @throws LineInvalid when it is not a line of that service
     */
    public static LineIdentifier parse(Service service, String text) {
        var value = switch (service) {
            case MOBILE, FIXED -> TelephoneNumber.parse(text).fitFor(service).e164();
            case INTERNET -> NetworkAccessIdentifier.normalised(text);
        };
        return new LineIdentifier(service, value);
    }

    /** The one form of a text whose service is not known, or nothing where it cannot be a line at all. */
    public static Optional<String> normalised(String text) {
        try {
            return Optional.of(
                    text.indexOf('@') >= 0
                            ? NetworkAccessIdentifier.normalised(text)
                            : TelephoneNumber.parse(text).e164());
        } catch (LineInvalid e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
