package io.namesake.document.number;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.Identity;
import io.namesake.document.Sex;
import io.namesake.document.number.NumberReading.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a national number keeps its own rules and says the same as the rest of the document. It fails only where the number plainly contradicts itself or
 * the birth date beside it; what can have an honest reason is inconclusive.
 */
public final class NationalNumberCheck {
    /**
     * Where the number's date can honestly be another than the birth date: when a day's numbers are used up, a neighbouring day (Sweden, Folkbokföringslag, 18 §)
     * or an open one (Belgium, Austria) is taken.
     */
    private static final Set<String> DATES_DIFFER = Set.of("AUT", "BEL", "SWE");

    private NationalNumberCheck() {}

    /**
     * A number that the document names as its holder's national number.
     *
     * @param country whose register it is of, as for {@link NationalNumbers#of}
     * @param number as it was read
     * @param identity what the document says besides
     */
    public static EvidenceCheck of(String country, String number, Identity identity) {
        Optional<NationalNumberRule> rule = NationalNumbers.of(country);
        if (rule.isEmpty()) {
            return notRun("no rule is known for the national numbers of this country");
        }
        NumberReading reading = rule.get().read(number);
        if (reading.outcome() == Outcome.WRONG_FORM) {
            return EvidenceCheck.failed(
                    CheckKind.NATIONAL_NUMBER, "the national number does not have the form of its country's numbers");
        }
        if (reading.outcome() == Outcome.WRONG_CHECK_DIGIT && rule.get().checkDigits() == CheckDigits.ALWAYS) {
            return EvidenceCheck.failed(CheckKind.NATIONAL_NUMBER, "the national number's check digit is wrong");
        }
        return compare(
                rule.get(), reading, identity, identity.birthDate().stream().toList());
    }

    /**
     * The optional data of a machine-readable zone, in which some countries put their number and others something else (ICAO Doc 9303-4, 4.2.2.2, leaves it
     * to them). So a text that is no number of the country is not held against the document. The zone has two digits of the year of birth: somebody of a hundred and
     * one was born on the same day as a child of one.
     *
     * @param identity what the zone says, with the latest birth date that its digits allow
     */
    public static EvidenceCheck ofOptionalData(Identity identity) {
        if (identity.personalNumber().isEmpty()) {
            return notRun("the machine-readable zone has no optional data");
        }
        Optional<NationalNumberRule> rule = ZoneNumbers.of(identity.issuer());
        if (rule.isEmpty()) {
            return notRun("this country's optional data is not known to hold the national number");
        }
        NumberReading reading = rule.get().read(identity.personalNumber().get());
        return switch (reading.outcome()) {
            case WRONG_FORM -> notRun("the optional data is no national number");
            case WRONG_CHECK_DIGIT ->
                inconclusive("the optional data looks like a national number, but its check digit is another");
            case VALID ->
                compare(
                        rule.get(),
                        reading,
                        identity,
                        identity.birthDate().stream()
                                .flatMap(birth -> Stream.of(birth, birth.minusYears(100)))
                                .toList());
        };
    }

    /** @param births the days on which the document's holder can have been born; none when it does not say */
    private static EvidenceCheck compare(
            NationalNumberRule rule, NumberReading reading, Identity identity, List<LocalDate> births) {
        boolean otherBirth = reading.birth().isPresent()
                && !births.isEmpty()
                && births.stream().noneMatch(reading.birth().get()::allows);
        if (otherBirth && !DATES_DIFFER.contains(rule.country())) {
            return EvidenceCheck.failed(
                    CheckKind.NATIONAL_NUMBER, "the national number says another birth date than the document");
        }
        if (reading.outcome() == Outcome.WRONG_CHECK_DIGIT) {
            return inconclusive(
                    "the national number's check digit is not the usual one, which some numbers of this country do not have");
        }
        if (otherBirth) {
            return inconclusive(
                    "the national number says another birth date than the document, which happens where a day's numbers are used up");
        }
        if (reading.sex().isPresent()
                && identity.sex() != Sex.UNSPECIFIED
                && reading.sex().get() != identity.sex()) {
            return inconclusive(
                    "the national number says another sex than the document; a number can be older than a change of it");
        }
        String said = reading.birth().isPresent() && !births.isEmpty() ? ", and agrees with the birth date" : "";
        return EvidenceCheck.passed(CheckKind.NATIONAL_NUMBER, "the national number keeps its country's rules" + said);
    }

    private static EvidenceCheck notRun(String detail) {
        return EvidenceCheck.notRun(CheckKind.NATIONAL_NUMBER, detail);
    }

    private static EvidenceCheck inconclusive(String detail) {
        return EvidenceCheck.inconclusive(CheckKind.NATIONAL_NUMBER, detail);
    }
}
