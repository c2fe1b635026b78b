package io.namesake.document.mrz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Identity;
import io.namesake.document.Sex;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of ICAO Doc 9303, parts 4 to 7. */
class MrzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String TD3 = """
            P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
            L898902C36UTO7408122F1204159ZE184226B<<<<<10
            """;
    private static final String TD1 = """
            I<UTOD231458907<<<<<<<<<<<<<<<
            7408122F1204159UTO<<<<<<<<<<<6
            ERIKSSON<<ANNA<MARIA<<<<<<<<<<
            """;

    @ParameterizedTest
    @CsvSource({
        "TD3, P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10, L898902C3",
        "TD2, I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6, D23145890",
        "TD1, I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<, D23145890",
        "MRV_A, V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L8988901C4XXX4009078F96121096ZE184226B<<<<<<, L8988901C",
        "MRV_B, V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<L8988901C4XXX4009078F9612109<<<<<<<<, L8988901C"
    })
    void every_kind_is_read_and_its_digits_are_right(MrzFormat format, String text, String number) throws Exception {
        Mrz zone = Mrz.parse(text);
        assertThat(zone.format()).isEqualTo(format);
        assertThat(zone.checks()).extracting(EvidenceCheck::result).containsOnly(Result.PASSED);
        Identity identity = zone.identity(TODAY);
        assertThat(identity.documentNumber()).isEqualTo(number);
        assertThat(identity.surname()).isEqualTo("ERIKSSON");
        assertThat(identity.givenNames()).isEqualTo("ANNA MARIA");
        assertThat(identity.issuer()).isEqualTo("UTO");
        assertThat(identity.sex()).isEqualTo(Sex.FEMALE);
        assertThat(identity).hasToString("Identity[" + identity.documentCode() + " of UTO]");
    }

    @Test
    void a_passport_says_who_it_is_about() throws Exception {
        Identity identity = Mrz.parse(TD3).identity(TODAY);
        assertThat(identity.birthDate()).contains(LocalDate.of(1974, 8, 12));
        assertThat(identity.lastDay()).contains(LocalDate.of(2012, 4, 15));
        assertThat(identity.personalNumber()).contains("ZE184226B");
        assertThat(identity.nationality()).isEqualTo("UTO");
    }

    @ParameterizedTest
    @CsvSource({
        "L898902C36, L898902C37, document number",
        "7408122F, 7408123F, birth date",
        "1204159Z, 1204150Z, last day",
        "<<<<<10, <<<<<20, personal number",
        "<<<<<10, <<<<<11, all of it together"
    })
    void each_wrong_digit_is_named(String right, String wrong, String field) throws Exception {
        EvidenceCheck digits = Mrz.parse(TD3.replace(right, wrong)).checks().getFirst();
        assertThat(digits.kind()).isEqualTo(CheckKind.MRZ_CHECK_DIGITS);
        assertThat(digits.result()).isEqualTo(Result.FAILED);
        assertThat(digits.detail()).contains(field);
    }

    @Test
    void a_number_that_is_too_long_for_its_field_goes_on_in_the_optional_data() throws Exception {
        Mrz zone =
                Mrz.parse("I<UTOD23145890<7349<<<<<<<<<<<3407127M9507122UTO<<<<<<<<<<<2STEVENSON<<PETER<JOHN<<<<<<<<<");
        assertThat(zone.identity(TODAY).documentNumber()).isEqualTo("D23145890734");
        assertThat(zone.identity(TODAY).personalNumber()).isEmpty();
        assertThat(zone.checks().getFirst().result()).isEqualTo(Result.PASSED);
        assertThat(Mrz.parse(zone.text().replace("7349", "7348"))
                        .checks()
                        .getFirst()
                        .detail())
                .contains("document number");
    }

    @Test
    void a_passport_without_a_personal_number_may_have_a_filler_for_its_digit() throws Exception {
        String zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159<<<<<<<<<<<<<<";
        char all = CheckDigit.of("L898902C36" + "7408122" + "1204159" + "<<<<<<<<<<<<<<<");
        assertThat(Mrz.parse(zone + "<" + all).checks().getFirst().result()).isEqualTo(Result.PASSED);
        assertThat(Mrz.parse(zone + "0" + all).checks().getFirst().result()).isEqualTo(Result.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "7408122F, 7413122F, birth date",
        "7408122F, 740A122F, birth date",
        "1204159Z, 1202309Z, last day",
        "2F12, 2A12, sex",
        "UTOERIKSSON<<ANNA, UTO<<<<<<<<<<ANNA, name"
    })
    void what_cannot_be_is_named(String right, String wrong, String field) throws Exception {
        EvidenceCheck form = Mrz.parse(TD3.replace(right, wrong)).checks().get(1);
        assertThat(form.kind()).isEqualTo(CheckKind.MRZ_FORM);
        assertThat(form.result()).isEqualTo(Result.FAILED);
        assertThat(form.detail()).contains(field);
    }

    @Test
    void an_open_birth_date_is_no_mistake() throws Exception {
        String digit = "" + CheckDigit.of("74<<<<");
        Mrz zone = Mrz.parse(TD1.replace("7408122F", "74<<<<" + digit + "F"));
        assertThat(zone.identity(TODAY).birthDate()).isEmpty();
        assertThat(zone.checks().get(1).result()).isEqualTo(Result.PASSED);
    }

    @ParameterizedTest
    @CsvSource({"261124, 2026-11-24", "261125, 1926-11-25", "000229, 2000-02-29", "990101, 1999-01-01"})
    void nobody_is_born_in_the_future(String digits, LocalDate birth) {
        assertThat(MrzDate.birth(digits, TODAY)).contains(birth);
    }

    @ParameterizedTest
    @CsvSource({"310101, 2031-01-01", "761124, 2076-11-24", "761125, 1976-11-25", "991231, 1999-12-31"})
    void no_document_is_valid_for_more_than_fifty_years(String digits, LocalDate last) {
        assertThat(MrzDate.expiry(digits, TODAY)).contains(last);
    }

    @ParameterizedTest
    @CsvSource({"990101, true, ", "991231, true, ", "981231, false, 2098-12-31", "240101, false, 2024-01-01"})
    void a_last_day_is_never_one_of_the_last_century_on_a_chip_and_one_without_end_is_left_open(
            String digits, boolean endless, LocalDate onChip) throws Exception {
        Mrz zone = Mrz.parse(TD3.replace("1204159Z", digits + CheckDigit.of(digits) + "Z"));
        assertThat(zone.identityOnChip(TODAY).lastDay()).isEqualTo(Optional.ofNullable(onChip));
        assertThat(zone.mayBeWithoutEnd(TODAY)).isEqualTo(endless);
        assertThat(zone.identity(TODAY).lastDay().isEmpty()).isEqualTo(endless);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P<UTO", "p<uto", "P<UTO\u00c9RIKSSON", "P\u0000"})
    void what_is_no_zone_is_refused(String text) {
        assertThatExceptionOfType(DocumentUnreadable.class).isThrownBy(() -> Mrz.parse(text));
        assertThatExceptionOfType(DocumentUnreadable.class).isThrownBy(() -> Mrz.parse("<".repeat(100_000)));
    }
}
