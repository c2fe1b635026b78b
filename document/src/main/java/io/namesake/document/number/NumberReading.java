package io.namesake.document.number;

import io.namesake.document.Sex;
import java.util.Objects;
import java.util.Optional;

/**
 * What a number says by itself.
 *
 * @param outcome whether it keeps its country's rules
 * @param birth what it says of the birth date; empty when it says nothing, or is no number
 * @param sex likewise
 * @param region likewise
 */
public record NumberReading(Outcome outcome, Optional<BirthClue> birth, Optional<Sex> sex, Optional<Region> region) {

    /** Whether a number keeps its country's rules. */
    public enum Outcome {
        VALID,
        /** It has the right form, but its check digit is another. */
        WRONG_CHECK_DIGIT,
        /** It has the wrong length or characters, or names a day or a region that does not exist. */
        WRONG_FORM
    }

    public NumberReading {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(birth, "birth");
        Objects.requireNonNull(sex, "sex");
        Objects.requireNonNull(region, "region");
    }

    static NumberReading wrongForm() {
        return new NumberReading(Outcome.WRONG_FORM, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean isValid() {
        return outcome == Outcome.VALID;
    }

    /** Says nothing about the person, so that it may end in a log. */
    @Override
    public String toString() {
        return "NumberReading[" + outcome + "]";
    }
}
