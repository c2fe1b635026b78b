package io.namesake.document.wallet;

import io.namesake.document.DocumentUnreadable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a credential says, by the names of its kind. Values are texts, whole numbers, bytes, dates and lists of them; whatever else there is, nobody asks for.
 */
record Attributes(Map<String, Object> values) {
    private static final int LONGEST = 300;
    private static final int LONGEST_PORTRAIT = 1024 * 1024;
    private static final int DATE = 10;

    /** In one line. @throws DocumentUnreadable when it is another kind of value, too long, or no writing */
    Optional<String> text(String name) throws DocumentUnreadable {
        Object value = values.get(name);
        if (value instanceof List<?> several && !several.isEmpty()) {
            value = several.getFirst();
        }
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            throw new DocumentUnreadable(name + " is no text");
        }
        if (text.length() > LONGEST) {
            throw new DocumentUnreadable(name + " is longer than " + LONGEST + " letters");
        }
        if (text.codePoints().anyMatch(Attributes::controls)) {
            throw new DocumentUnreadable(name + " holds what is no writing");
        }
        return Optional.of(text.strip()).filter(some -> !some.isEmpty());
    }

    /** Control characters, and those that turn the direction of what stands around them, could make a reader see another name. */
    private static boolean controls(int character) {
        return Character.isISOControl(character)
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }

    /** A day; that of a time is taken. @throws DocumentUnreadable when there is no such day */
    Optional<LocalDate> date(String name) throws DocumentUnreadable {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(text.get().length() > DATE ? text.get().substring(0, DATE) : text.get()));
        } catch (DateTimeException none) {
            throw new DocumentUnreadable(name + " is no date");
        }
    }

    Optional<Long> number(String name) {
        return values.get(name) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** Bytes, or a {@code data:} address of them (RFC 2397), as SD-JWT VC writes pictures. */
    Optional<byte[]> bytes(String name) throws DocumentUnreadable {
        Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        byte[] bytes =
                value instanceof String address ? data(address, name) : value instanceof byte[] plain ? plain : null;
        if (bytes == null) {
            throw new DocumentUnreadable(name + " is no picture");
        }
        if (bytes.length > LONGEST_PORTRAIT) {
            throw new DocumentUnreadable(name + " has more than " + LONGEST_PORTRAIT + " bytes");
        }
        return Optional.of(bytes);
    }

    private static byte[] data(String address, String name) throws DocumentUnreadable {
        int comma = address.indexOf(',');
        if (!address.startsWith("data:image/")
                || comma < 0
                || !address.substring(0, comma).endsWith(";base64")) {
            throw new DocumentUnreadable(name + " is no picture");
        }
        try {
            return Base64.getDecoder().decode(address.substring(comma + 1));
        } catch (IllegalArgumentException malformed) {
            throw new DocumentUnreadable(name + " is no base64");
        }
    }

    /** Says nothing personal. */
    @Override
    public String toString() {
        return "Attributes[" + values.size() + "]";
    }
}
