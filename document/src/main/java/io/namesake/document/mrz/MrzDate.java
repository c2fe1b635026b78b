package io.namesake.document.mrz;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates of six digits, whose century the reader must know (ICAO Doc 9303-3, 4.8). */
final class MrzDate {
    /** No document is valid for longer, so a last day lies at most this far ahead. */
    private static final int LONGEST_VALIDITY_YEARS = 50;

    private MrzDate() {}

    /** The latest day that is not in the future; empty when a part is left open. */
    static Optional<LocalDate> birth(String digits, LocalDate today) {
        return date(digits, today.getYear() / 100 * 100)
                .map(date -> date.isAfter(today) ? inCenturyBefore(date) : date);
    }

    /** The latest day that is at most fifty years ahead; empty when a part is left open. */
    static Optional<LocalDate> expiry(String digits, LocalDate today) {
        LocalDate latest = today.plusYears(LONGEST_VALIDITY_YEARS);
        return date(digits, today.getYear() / 100 * 100).map(date -> {
            LocalDate next = date.plusYears(100);
            if (!next.isAfter(latest)) {
                return next;
            }
            return date.isAfter(latest) ? inCenturyBefore(date) : date;
        });
    }

    /** The same for a document with a chip, of which none was issued before 2004: what would be a day before 2000 is one of this century. */
    static Optional<LocalDate> expiryOnChip(String digits, LocalDate today) {
        return expiry(digits, today).map(date -> date.getYear() < 2000 ? date.plusYears(100) : date);
    }

    /** Whether the year may be 9999, which documents without end have: Spain's identity cards of people of 70 and more do. */
    static boolean mayBeWithoutEnd(String digits, LocalDate today) {
        return expiry(digits, today).filter(date -> date.getYear() == 1999).isPresent();
    }

    /** A day, or one of which parts are left open by fillers. */
    static boolean isPossible(String digits) {
        if (digits.matches("[0-9]{6}")) {
            // 2000 and 1900 differ in their 29 February; one of the two suffices.
            return date(digits, 2000).isPresent();
        }
        return digits.matches("(?:[0-9]{2}|<<){3}");
    }

    private static Optional<LocalDate> date(String digits, int century) {
        if (!digits.matches("[0-9]{6}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    century + Integer.parseInt(digits.substring(0, 2)),
                    Integer.parseInt(digits.substring(2, 4)),
                    Integer.parseInt(digits.substring(4, 6))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDate inCenturyBefore(LocalDate date) {
        return date.minusYears(100);
    }
}
