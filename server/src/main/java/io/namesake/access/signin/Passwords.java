package io.namesake.access.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords of staff: long rather than ornate, none of those that are guessed first (NIST SP 800-63B-4, clause 3.1.1.2), hashed by
 * Argon2id with the least that OWASP's Password Storage Cheat Sheet names (19 MiB, two passes, one lane).
 */
@Component
class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** Of zxcvbn's 0 to 4: more than a hundred million guesses. */
    private static final int LEAST_SCORE = 3;
    /** zxcvbn takes time with the square of the length; what is longer than this is judged by its beginning. */
    private static final int JUDGED = 64;
    /** Of no password, with the same parameters: who does not exist takes as long as who does. */
    static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$bmFtZXNha2Utbm9ib2R5cw$PxQCVuoJ6e8K1p1yWl9O0mFzJ5uTtqz8m5uCyq1d9hU";

    private final PasswordEncoder hashes;

    Passwords(PasswordEncoder hashes) {
        this.hashes = hashes;
    }

    /**
     * The hash of a new password.
     *
     * @param about words that a guesser would try first, such as the person's name
     * @throws Problem {@code password-unsuitable}, when it is too short, too long, or guessed too soon
     */
    String accept(String password, List<String> about) {
        var text = normalised(password);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new Problem(
                    ProblemType.PASSWORD_UNSUITABLE, "A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        var judged = text.substring(0, Math.min(JUDGED, text.length()));
        if (addsTooLittle(text, about) || Guesses.ZXCVBN.measure(judged, about).getScore() < LEAST_SCORE) {
            throw new Problem(ProblemType.PASSWORD_UNSUITABLE, "This password would be guessed soon.");
        }
        return Objects.requireNonNull(hashes.encode(text));
    }

    /** @param hash null for somebody who has none or does not exist: never equal, and no faster */
    boolean matches(String password, @Nullable String hash) {
        // Nobody's password is longer; what is would only cost.
        var text = password.length() > 4 * LONGEST ? "" : normalised(password);
        boolean equal = hashes.matches(text, hash == null ? NOBODYS : hash);
        return equal && hash != null;
    }

    /** Whether hardly a letter or digit is left when the words about the person are taken away. */
    private static boolean addsTooLittle(String text, List<String> about) {
        var rest = text.toLowerCase(Locale.ROOT);
        for (var words : about) {
            for (var word : words.toLowerCase(Locale.ROOT).split("\\s+")) {
                rest = word.length() < 2 ? rest : rest.replace(word, "");
            }
        }
        return rest.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST / 2;
    }

    /** The same letter can be typed in more ways than one. */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** Its dictionaries are read when the first password is chosen, not when the server starts. */
    private static final class Guesses {
        static final Zxcvbn ZXCVBN = new Zxcvbn();
    }
}
