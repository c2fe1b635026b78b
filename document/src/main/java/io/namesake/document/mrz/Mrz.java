package io.namesake.document.mrz;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.Identity;
import io.namesake.document.Sex;
import io.namesake.document.mrz.MrzFormat.Layout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A machine-readable zone.
 *
 * @param format its kind
 * @param text its lines, one after the other
 */
public record Mrz(MrzFormat format, String text) {
    static final char FILLER = '<';

    private static final int LONGEST = 200;
    private static final Pattern CHARACTERS = Pattern.compile("[A-Z0-9<]*");

    /**
     * Reads a zone; blanks and line ends are left out.
     *
     * @throws DocumentUnreadable when it has the length of no kind, or characters that no zone has
     */
    public static Mrz parse(String text) throws DocumentUnreadable {
        if (text.length() > LONGEST) {
            throw new DocumentUnreadable("a machine-readable zone has no more than 90 characters");
        }
        String zone = text.replaceAll("\\s", "");
        if (!CHARACTERS.matcher(zone).matches()) {
            throw new DocumentUnreadable("a machine-readable zone has capital letters, digits and < only");
        }
        MrzFormat format = MrzFormat.of(zone)
                .orElseThrow(() -> new DocumentUnreadable(
                        "no machine-readable zone has " + zone.length() + " characters (90, 88 or 72)"));
        return new Mrz(format, zone);
    }

    /**
     * What a printed zone says. The last day is left open where it may be that of a document without end.
     *
     * @param today for the century of the two-digit years
     */
    public Identity identity(LocalDate today) {
        return identity(today, mayBeWithoutEnd(today) ? Optional.empty() : MrzDate.expiry(lastDay(), today));
    }

    /** The same of a chip's zone (EF.DG1), whose last day lies in no century before this one. Of a document without end there is none. */
    public Identity identityOnChip(LocalDate today) {
        return identity(today, mayBeWithoutEnd(today) ? Optional.empty() : MrzDate.expiryOnChip(lastDay(), today));
    }

    /** Whether the last day is one of 1999 or of a document without end, which two digits do not tell. On a chip it is the latter: none is that old. */
    public boolean mayBeWithoutEnd(LocalDate today) {
        return MrzDate.mayBeWithoutEnd(lastDay(), today);
    }

    private String lastDay() {
        return format.layout().expiry().in(text);
    }

    private Identity identity(LocalDate today, Optional<LocalDate> lastDay) {
        Layout layout = format.layout();
        String[] name = layout.name().in(text).split("<<", 2);
        return new Identity(
                words(text.substring(0, 2)),
                words(text.substring(2, 5)),
                number(),
                words(name[0]),
                name.length == 1 ? "" : words(name[1]),
                words(layout.nationality().in(text)),
                MrzDate.birth(layout.birth().in(text), today),
                sex(text.charAt(layout.sex())),
                lastDay,
                Optional.of(personalNumber()).filter(number -> !number.isEmpty()),
                Optional.empty(),
                Optional.empty());
    }

    /** What opens the chip of the same document. */
    public MrzKey key() {
        Layout layout = format.layout();
        return new MrzKey(number(), layout.birth().in(text), layout.expiry().in(text));
    }

    /** The check digits, and the form of what has none. */
    public List<EvidenceCheck> checks() {
        List<String> wrong = new ArrayList<>();
        Layout layout = format.layout();
        numberDigit()
                .filter(digit -> digit != CheckDigit.of(longNumber()))
                .ifPresent(_ -> wrong.add("document number"));
        test(layout.birth().in(text), layout.birthDigit(), "birth date", wrong);
        test(layout.expiry().in(text), layout.expiryDigit(), "last day", wrong);
        if (format == MrzFormat.TD3 && !optionalDigitIsRight()) {
            wrong.add("personal number");
        }
        if (!format.isVisa() && CheckDigit.of(composite()) != text.charAt(compositeDigit())) {
            wrong.add("all of it together");
        }
        return List.of(
                wrong.isEmpty()
                        ? EvidenceCheck.passed(CheckKind.MRZ_CHECK_DIGITS, "every check digit is right")
                        : EvidenceCheck.failed(
                                CheckKind.MRZ_CHECK_DIGITS, "wrong check digit: " + String.join(", ", wrong)),
                form());
    }

    private EvidenceCheck form() {
        Layout layout = format.layout();
        List<String> odd = Stream.of(
                        MrzDate.isPossible(layout.birth().in(text)) ? "" : "birth date",
                        MrzDate.isPossible(layout.expiry().in(text)) ? "" : "last day",
                        "MFX<".indexOf(text.charAt(layout.sex())) >= 0 ? "" : "sex",
                        layout.name().in(text).startsWith("<") ? "name" : "",
                        number().isEmpty() ? "document number" : "")
                .filter(field -> !field.isEmpty())
                .toList();
        return odd.isEmpty()
                ? EvidenceCheck.passed(
                        CheckKind.MRZ_FORM, "a " + format.name().replace('_', '-') + " zone in good form")
                : EvidenceCheck.failed(CheckKind.MRZ_FORM, "cannot be: " + String.join(", ", odd));
    }

    /** A number that is too long for its field goes on in the optional data, where its digit follows it (ICAO Doc 9303-5, note j). */
    private boolean isLongNumber() {
        return (format == MrzFormat.TD1 || format == MrzFormat.TD2)
                && text.charAt(format.layout().numberDigit()) == FILLER
                && format.layout().optional().in(text).charAt(0) != FILLER;
    }

    private String number() {
        return isLongNumber() ? longNumber() : words(format.layout().number().in(text));
    }

    private String longNumber() {
        String first = format.layout().number().in(text);
        if (!isLongNumber()) {
            return first;
        }
        String rest = restOfLongNumber();
        return first + rest.substring(0, rest.length() - 1);
    }

    /** The digit, where there is a number. */
    private Optional<Character> numberDigit() {
        if (isLongNumber()) {
            String rest = restOfLongNumber();
            return Optional.of(rest.charAt(rest.length() - 1));
        }
        return Optional.of(text.charAt(format.layout().numberDigit()));
    }

    private String restOfLongNumber() {
        String optional = format.layout().optional().in(text);
        int end = optional.indexOf(FILLER);
        return end < 0 ? optional : optional.substring(0, end);
    }

    /** Cards have two fields of optional data; the second one counts when the first says nothing (ICAO Doc 9303-5, 4.2.2). */
    private String personalNumber() {
        String optional = format.layout().optional().in(text);
        String first =
                words(isLongNumber() ? optional.substring(restOfLongNumber().length()) : optional);
        return first.isEmpty() && format == MrzFormat.TD1 ? words(text.substring(48, 59)) : first;
    }

    /** An empty field may have a filler for its digit (ICAO Doc 9303-4, 4.2.2.2). */
    private boolean optionalDigitIsRight() {
        String optional = format.layout().optional().in(text);
        char digit = text.charAt(86);
        return digit == CheckDigit.of(optional)
                || digit == FILLER && words(optional).isEmpty();
    }

    private void test(String field, int digit, String name, List<String> wrong) {
        if (CheckDigit.of(field) != text.charAt(digit)) {
            wrong.add(name);
        }
    }

    private String composite() {
        return switch (format) {
            case TD1 ->
                text.substring(5, 30) + text.substring(30, 37) + text.substring(38, 45) + text.substring(48, 59);
            case TD2 -> text.substring(36, 46) + text.substring(49, 56) + text.substring(57, 71);
            case TD3 -> text.substring(44, 54) + text.substring(57, 64) + text.substring(65, 87);
            case MRV_A, MRV_B -> "";
        };
    }

    private int compositeDigit() {
        return switch (format) {
            case TD1 -> 59;
            case TD2 -> 71;
            case TD3 -> 87;
            case MRV_A, MRV_B -> throw new IllegalStateException("a visa has no composite digit");
        };
    }

    private static Sex sex(char letter) {
        return switch (letter) {
            case 'F' -> Sex.FEMALE;
            case 'M' -> Sex.MALE;
            default -> Sex.UNSPECIFIED;
        };
    }

    private static String words(String field) {
        return field.replace(FILLER, ' ').strip().replaceAll(" +", " ");
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Mrz[" + format + "]";
    }
}
