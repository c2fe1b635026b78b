package io.namesake.registry.internal;

import io.namesake.registry.EquipmentKind;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a line is made of: one form for each value, and nothing that was mistyped. */
final class EquipmentNumbers {
    /** With room for the separators that people write. */
    static final int LONGEST_TEXT = 400;

    private static final Pattern SEPARATORS = Pattern.compile("[ .-]");
    private static final Pattern ICCID = Pattern.compile("89[0-9]{16,18}");
    private static final Pattern IMSI = Pattern.compile("[0-9]{14,15}");
    private static final Pattern EID = Pattern.compile("89[0-9]{30}");
    private static final Pattern TEXT = Pattern.compile("[\\P{C}&&[^\\p{Zl}\\p{Zp}]]+");
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_CIRCUIT = 100;
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private EquipmentNumbers() {}

    /** The value in its one form; empty when it is none of that kind. */
    static Optional<String> normalised(EquipmentKind kind, String written) {
        if (written.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        return switch (kind) {
            case ICCID -> digits(written, ICCID).filter(EquipmentNumbers::hasLuhnDigit);
            case IMSI -> digits(written, IMSI);
            case EID -> digits(written, EID).filter(EquipmentNumbers::hasCheckDigits);
            case INSTALLATION_ADDRESS -> text(written, LONGEST_ADDRESS);
            case CIRCUIT_ID -> text(written, LONGEST_CIRCUIT);
        };
    }

    private static Optional<String> digits(String written, Pattern form) {
        return Optional.of(SEPARATORS.matcher(written).replaceAll(""))
                .filter(digits -> form.matcher(digits).matches());
    }

    private static Optional<String> text(String written, int longest) {
        return Optional.of(Normalizer.normalize(written.strip(), Normalizer.Form.NFC))
                .filter(text -> text.length() <= longest && TEXT.matcher(text).matches());
    }

    /** ISO/IEC 7812-1, annex B, as ITU-T E.118 asks for. */
    private static boolean hasLuhnDigit(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int weighed = fromRight % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** The whole number leaves 1 when divided by 97 (GSMA SGP.02, clause 2.2.2; ISO/IEC 7064, MOD 97-10). */
    private static boolean hasCheckDigits(String digits) {
        return new BigInteger(digits).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }
}
