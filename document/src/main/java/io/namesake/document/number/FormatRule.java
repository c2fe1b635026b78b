package io.namesake.document.number;

import io.namesake.document.Sex;
import io.namesake.document.number.NumberReading.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that is told by a form with named parts, what these mean, and a check.
 *
 * @param separators what is left out before the form is looked at
 * @param form what the number looks like without them; no quantifier in it is unbounded
 * @param birth what the number says of the birth date; a day that does not exist makes the form wrong
 * @param wholeDates whether a date without a day or a month makes the form wrong too
 * @param possible what else must hold; if it does not, the form is wrong
 * @param check whether the check digit is right
 */
record FormatRule(
        String country,
        String name,
        String source,
        Pattern separators,
        Pattern form,
        Function<Parts, Optional<BirthClue>> birth,
        boolean wholeDates,
        Function<Parts, Optional<Sex>> sex,
        Function<Parts, Optional<Region>> region,
        Predicate<Parts> possible,
        CheckDigits checkDigits,
        Predicate<String> check)
        implements NationalNumberRule {
    /** No number of any country is longer, with all separators. */
    private static final int LONGEST = 40;

    /** @param form see the component of the same name */
    static Draft of(String country, String name, String source, String form) {
        return new Draft(country, name, source, Pattern.compile(form));
    }

    @Override
    public NumberReading read(String text) {
        if (text.length() > LONGEST) {
            return NumberReading.wrongForm();
        }
        Matcher matcher =
                form.matcher(separators.matcher(text.toUpperCase(Locale.ROOT)).replaceAll(""));
        if (!matcher.matches()) {
            return NumberReading.wrongForm();
        }
        Parts parts = new Parts(matcher);
        Optional<BirthClue> clue = birth.apply(parts);
        if (clue.isPresent() && !clue.get().isPossible(wholeDates) || !possible.test(parts)) {
            return NumberReading.wrongForm();
        }
        Outcome outcome = check.test(parts.all()) ? Outcome.VALID : Outcome.WRONG_CHECK_DIGIT;
        return new NumberReading(outcome, clue, sex.apply(parts), region.apply(parts));
    }

    /** The same rule under another country's law. */
    FormatRule alsoOf(String otherCountry, String otherName, String otherSource) {
        return new FormatRule(
                otherCountry,
                otherName,
                otherSource,
                separators,
                form,
                birth,
                wholeDates,
                sex,
                region,
                possible,
                checkDigits,
                check);
    }

    /** A rule in the making. */
    static final class Draft {
        private final String country;
        private final String name;
        private final String source;
        private final Pattern form;
        private Pattern separators = Pattern.compile("[ ./-]");
        private Function<Parts, Optional<BirthClue>> birth = _ -> Optional.empty();
        private boolean wholeDates = true;
        private Function<Parts, Optional<Sex>> sex = _ -> Optional.empty();
        private Function<Parts, Optional<Region>> region = _ -> Optional.empty();
        private Predicate<Parts> possible = _ -> true;

        private Draft(String country, String name, String source, Pattern form) {
            this.country = country;
            this.name = name;
            this.source = source;
            this.form = form;
        }

        /** Other separators than blanks, dots, hyphens and slashes. */
        Draft separators(String regularExpression) {
            separators = Pattern.compile(regularExpression);
            return this;
        }

        Draft birth(Function<Parts, BirthClue> clue) {
            birth = parts -> Optional.of(clue.apply(parts));
            return this;
        }

        /** For numbers of which some say nothing. */
        Draft birthIfTold(Function<Parts, Optional<BirthClue>> clue) {
            birth = clue;
            return this;
        }

        /** For numbers that may leave the day or the month open. */
        Draft partOfBirth(Function<Parts, BirthClue> clue) {
            wholeDates = false;
            return birth(clue);
        }

        Draft sex(Function<Parts, Optional<Sex>> reader) {
            sex = reader;
            return this;
        }

        Draft region(Function<Parts, Optional<Region>> reader) {
            region = reader;
            return this;
        }

        Draft possible(Predicate<Parts> condition) {
            possible = condition;
            return this;
        }

        FormatRule unchecked() {
            return check(CheckDigits.NONE, _ -> true);
        }

        FormatRule check(CheckDigits reliance, Predicate<String> numberIsRight) {
            return new FormatRule(
                    country,
                    name,
                    source,
                    separators,
                    form,
                    birth,
                    wholeDates,
                    sex,
                    region,
                    possible,
                    reliance,
                    numberIsRight);
        }
    }
}
