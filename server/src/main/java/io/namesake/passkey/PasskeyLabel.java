package io.namesake.passkey;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Somebody's own word for a passkey. */
public final class PasskeyLabel {
    /** Characters. */
    public static final int LONGEST = 60;

    private PasskeyLabel() {}

    /**
     * @param text as it was typed
     * @param unnamed the word where there is none
     * @throws Problem {@code request-invalid}, when it is longer or cannot be printed
     */
    public static String of(@Nullable String text, String unnamed) {
        var label = text == null || text.isBlank() ? unnamed : text.strip();
        if (label.length() > LONGEST || label.codePoints().anyMatch(Character::isISOControl)) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A label has at most 60 printable characters.");
        }
        return label;
    }
}
