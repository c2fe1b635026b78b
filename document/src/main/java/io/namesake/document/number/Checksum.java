package io.namesake.document.number;

/** The algorithms behind check digits. Each takes digits only, unless it says otherwise. */
final class Checksum {
    /** The multiplication table of the dihedral group of order 10, and a permutation of the digits (J. Verhoeff, 1969, Error detecting decimal codes). */
    private static final String[] DIHEDRAL = {
        "0123456789",
        "1234067895",
        "2340178956",
        "3401289567",
        "4012395678",
        "5987604321",
        "6598710432",
        "7659821043",
        "8765932104",
        "9876543210"
    };

    private static final String[] PERMUTATION = {
        "0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258"
    };

    private Checksum() {}

    static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }

    /** Each digit by its weight, summed; weights past the number's end are left out, digits past the last weight as well. */
    static int weighted(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < Math.min(number.length(), weights.length); i++) {
            sum += weights[i] * digit(number, i);
        }
        return sum;
    }

    /** Whether the number with its last digit fulfils ISO/IEC 7812-1, annex B (Luhn). */
    static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = digit(number, number.length() - 1 - i);
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    /** Whether the number with its last digit fulfils Verhoeff's scheme. */
    static boolean verhoeff(String number) {
        int check = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = digit(PERMUTATION[i % 8], digit(number, number.length() - 1 - i));
            check = digit(DIHEDRAL[check], digit);
        }
        return check == 0;
    }

    /** Whether the number with its last character, a digit or X, fulfils ISO/IEC 7064, MOD 11-2. */
    static boolean mod11Radix2(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int value = number.charAt(i) == 'X' ? 10 : digit(number, i);
            sum = (sum * 2 + value) % 11;
        }
        return sum == 1;
    }

    /** Whether the number with its last digit fulfils ISO/IEC 7064, MOD 11,10. */
    static boolean mod11And10(String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (product + digit(number, i)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + digit(number, number.length() - 1)) % 10 == 1;
    }

    /** Two rounds of weights modulo 11: the second counts when the first leaves 10, and 0 when that does too (Estonia, Lithuania, Kazakhstan). */
    static int twoRounds(String number, int[] first, int[] second) {
        int remainder = weighted(number, first) % 11;
        return remainder < 10 ? remainder : weighted(number, second) % 11 % 10;
    }

    /** A number of at most 18 digits by a modulus. */
    static int remainder(String number, int modulus) {
        return (int) (Long.parseLong(number) % modulus);
    }

    /** What is missing to a multiple of 11, 0 to 10. */
    static int complement11(int sum) {
        return Math.floorMod(-sum, 11);
    }
}
