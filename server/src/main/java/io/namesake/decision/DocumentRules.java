package io.namesake.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document's dates say about it.
 *
 * <p>A document carries dates without a time zone. In doubt the person is right: it has expired only when its last day is over
 * everywhere on earth (UTC-12 comes last), and a birth is in the future only when its day has begun nowhere (UTC+14 comes first).
 */
public final class DocumentRules {
    private static final ZoneOffset LAST_PLACE = ZoneOffset.ofHours(-12);
    private static final ZoneOffset FIRST_PLACE = ZoneOffset.ofHours(14);
    private static final int OLDEST_YEARS = 130;

    private DocumentRules() {}

    /**
     * Checks the dates.
     *
     * @param birth the holder's day of birth
     * @param expiry the last day on which the document is valid; null when it does not expire
     * @param readAsExpired whether the document says so itself, whatever the fields say
     * @param now the time of the decision
     * @return the checks {@link CheckKind#DOCUMENT_FIELDS} and {@link CheckKind#DOCUMENT_VALIDITY}
     */
    public static List<Check> check(LocalDate birth, @Nullable LocalDate expiry, boolean readAsExpired, Instant now) {
        var fields = possible(birth, expiry, now)
                ? Check.passed(CheckKind.DOCUMENT_FIELDS)
                : Check.failed(CheckKind.DOCUMENT_FIELDS, Reason.DOCUMENT_FIELDS_INVALID);
        boolean expired = expiry != null && expiry.isBefore(LocalDate.ofInstant(now, LAST_PLACE));
        var validity = readAsExpired || expired
                ? Check.failed(CheckKind.DOCUMENT_VALIDITY, Reason.DOCUMENT_EXPIRED)
                : Check.passed(CheckKind.DOCUMENT_VALIDITY);
        return List.of(fields, validity);
    }

    private static boolean possible(LocalDate birth, @Nullable LocalDate expiry, Instant now) {
        var latestToday = LocalDate.ofInstant(now, FIRST_PLACE);
        return !birth.isAfter(latestToday)
                && !birth.isBefore(latestToday.minusYears(OLDEST_YEARS))
                && (expiry == null || expiry.isAfter(birth));
    }
}
