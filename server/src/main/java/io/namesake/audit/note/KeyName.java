package io.namesake.audit.note;

import java.util.regex.Pattern;

/**
 * The name of a key, which is the origin of the log that it signs, such as {@code lines.example.com/audit}.
 *
 * <p>C2SP's signed-note forbids spaces and plus signs; we also keep to printable ASCII and 200 characters, since names are read by
 * people who compare them.
 */
final class KeyName {
    private static final Pattern NAME = Pattern.compile("[!-*,-~]{1,200}");

    private KeyName() {}

    static boolean isOne(String text) {
        return NAME.matcher(text).matches();
    }

    static String checked(String name) {
        if (!isOne(name)) {
            throw new IllegalArgumentException(
                    "The name of an audit key has 1 to 200 printable ASCII characters without spaces and plus signs");
        }
        return name;
    }
}
