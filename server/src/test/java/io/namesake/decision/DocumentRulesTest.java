package io.namesake.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DocumentRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T11:59:00Z");
    private static final LocalDate BORN = LocalDate.parse("1990-05-17");
    private static final LocalDate GOOD_UNTIL = LocalDate.parse("2030-01-01");

    @Test
    void a_valid_document_passes_both_checks() {
        assertThat(DocumentRules.check(BORN, GOOD_UNTIL, false, NOW))
                .containsExactly(Check.passed(CheckKind.DOCUMENT_FIELDS), Check.passed(CheckKind.DOCUMENT_VALIDITY));
    }

    @Test
    void a_document_without_an_expiry_date_does_not_expire() {
        assertThat(DocumentRules.check(BORN, null, false, NOW))
                .allMatch(check -> check.status() == Check.Status.PASSED);
    }

    @Test
    void a_document_is_valid_while_its_last_day_lasts_anywhere_on_earth() {
        var yesterdayInUtc = LocalDate.parse("2026-11-22");
        assertThat(validity(yesterdayInUtc, NOW)).isEqualTo(Check.passed(CheckKind.DOCUMENT_VALIDITY));
        assertThat(validity(yesterdayInUtc, NOW.plusSeconds(60)))
                .isEqualTo(Check.failed(CheckKind.DOCUMENT_VALIDITY, Reason.DOCUMENT_EXPIRED));
    }

    @Test
    void a_child_born_today_where_the_day_begins_first_is_born() {
        var tomorrowInUtc = LocalDate.parse("2026-11-24");
        assertThat(fields(tomorrowInUtc, NOW)).isEqualTo(Check.passed(CheckKind.DOCUMENT_FIELDS));
        assertThat(fields(tomorrowInUtc, Instant.parse("2026-11-23T09:59:00Z"))).isEqualTo(invalid());
    }

    @Test
    void nobody_is_older_than_130_years() {
        assertThat(fields(LocalDate.parse("1896-11-24"), NOW)).isEqualTo(Check.passed(CheckKind.DOCUMENT_FIELDS));
        assertThat(fields(LocalDate.parse("1896-11-23"), NOW)).isEqualTo(invalid());
    }

    @Test
    void a_document_that_expired_before_its_holder_was_born_cannot_be_right() {
        assertThat(DocumentRules.check(BORN, BORN, false, NOW).getFirst()).isEqualTo(invalid());
        assertThat(DocumentRules.check(BORN, BORN.plusDays(1), false, NOW)
                        .getFirst()
                        .status())
                .isEqualTo(Check.Status.PASSED);
    }

    private static Check fields(LocalDate birth, Instant now) {
        return DocumentRules.check(birth, null, false, now).getFirst();
    }

    private static Check validity(LocalDate expiry, Instant now) {
        return DocumentRules.check(BORN, expiry, false, now).getLast();
    }

    private static Check invalid() {
        return Check.failed(CheckKind.DOCUMENT_FIELDS, Reason.DOCUMENT_FIELDS_INVALID);
    }
}
