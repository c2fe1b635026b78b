package io.namesake.registry;

/**
 * One line, in its normal form: an E.164 number such as {@code +8613800138000}, or an access account such as
 * {@code user@realm}.
 *
 * @param value normalised; equal lines have equal values
 */
public record LineIdentifier(Service service, String value) {

    /**
     * Reads a line as people write it.
     *
     * @throws LineInvalid when it is no line of that service
     */
    public static LineIdentifier parse(Service service, String text) {
        var value = text.strip();
        var valid = switch (service) {
            case MOBILE, FIXED -> value.matches("\\+[1-9][0-9]{5,14}");
            case INTERNET -> value.matches("[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]{1,180}");
        };
        if (!valid) {
            throw new LineInvalid(service);
        }
        return new LineIdentifier(service, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
