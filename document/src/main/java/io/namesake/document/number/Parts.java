package io.namesake.document.number;

import io.namesake.document.Sex;
import java.util.Optional;
import java.util.regex.Matcher;

/** The named parts of a number whose form is right. */
final class Parts {
    private final Matcher matcher;

    Parts(Matcher matcher) {
        this.matcher = matcher;
    }

    /** The whole number, without separators. */
    String all() {
        return matcher.group();
    }

    /** Whether the part is there in this kind of number. */
    boolean has(String name) {
        return matcher.group(name) != null;
    }

    String text(String name) {
        return matcher.group(name);
    }

    int number(String name) {
        return Integer.parseInt(matcher.group(name));
    }

    static Optional<Sex> male(boolean isMale) {
        return Optional.of(isMale ? Sex.MALE : Sex.FEMALE);
    }

    /** By far the most usual way to tell a sex. */
    Optional<Sex> oddIsMale(String name) {
        return male(number(name) % 2 == 1);
    }
}
