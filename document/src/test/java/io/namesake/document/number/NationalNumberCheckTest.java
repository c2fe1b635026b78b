package io.namesake.document.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Identity;
import io.namesake.document.Sex;
import io.namesake.document.mrz.Mrz;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalNumberCheckTest {
    private static final String BEIJING_1949 = "11010519491231002X";

    @Test
    void a_number_that_says_the_same_as_the_document_passes() {
        EvidenceCheck check = of("CHN", BEIJING_1949, identity("CHN", "1949-12-31", Sex.FEMALE));
        assertThat(check.result()).isEqualTo(Result.PASSED);
        assertThat(check.detail()).contains("agrees with the birth date");
    }

    @ParameterizedTest
    @CsvSource({
        "CHN, 110105194912310021, its check digit",
        "CHN, 11010519491332002X, no such day",
        "CHN, 990105194912310020, no such province",
        "CHN, 1101051949123100, too short",
        "EST, 36805280108, its check digit"
    })
    void a_number_that_contradicts_itself_fails(String country, String number, String reason) {
        EvidenceCheck check = of(country, number, identity(country, "1949-12-31", Sex.FEMALE));
        assertThat(check.result()).as(reason).isEqualTo(Result.FAILED);
    }

    @Test
    void another_birth_date_than_the_documents_fails() {
        assertThat(of("CHN", BEIJING_1949, identity("CHN", "1950-12-31", Sex.FEMALE))
                        .result())
                .isEqualTo(Result.FAILED);
    }

    @Test
    void another_birth_date_is_inconclusive_where_a_days_numbers_can_be_used_up() {
        assertThat(of("SWE", "811228-9874", identity("SWE", "1981-12-27", Sex.MALE))
                        .result())
                .isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void another_sex_is_inconclusive_because_a_number_can_be_older_than_a_change() {
        assertThat(of("CHN", BEIJING_1949, identity("CHN", "1949-12-31", Sex.MALE))
                        .result())
                .isEqualTo(Result.INCONCLUSIVE);
        assertThat(of("CHN", BEIJING_1949, identity("CHN", "1949-12-31", Sex.UNSPECIFIED))
                        .result())
                .isEqualTo(Result.PASSED);
    }

    @Test
    void a_check_digit_that_some_numbers_do_not_have_is_inconclusive() {
        assertThat(of("DNK", "0707614286", identity("DNK", "1961-07-07", Sex.FEMALE))
                        .result())
                .isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void either_century_of_a_short_year_will_do() {
        for (String birth : new String[] {"1980-01-01", "2080-01-01"}) {
            assertThat(of("ZAF", "8001015009087", identity("ZAF", birth, Sex.MALE))
                            .result())
                    .isEqualTo(Result.PASSED);
        }
    }

    @Test
    void a_country_without_a_rule_is_not_checked() {
        assertThat(of("UTO", "12345", identity("UTO", "1949-12-31", Sex.FEMALE)).result())
                .isEqualTo(Result.NOT_RUN);
    }

    /** One made-up number for each letter, with the letters' values as A 10 to H 17, J 18 to N 22, P 23 to V 29, X 30, Y 31, W 32, Z 33, I 34, O 35. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A123456789", "B123456780", "C123456781", "D123456782", "E123456783", "F123456784", "G123456785",
                "H123456786", "I123456781", "J123456787", "K123456788", "L123456788", "M123456789", "N123456780",
                "O123456782", "P123456781", "Q123456782", "R123456783", "S123456784", "T123456785", "U123456786",
                "V123456787", "W123456789", "X123456787", "Y123456788", "Z123456780"
            })
    void each_of_taiwans_letters_has_its_own_value(String number) {
        NationalNumberRule rule = NationalNumbers.of("TWN").orElseThrow();
        assertThat(rule.read(number).outcome()).isEqualTo(NumberReading.Outcome.VALID);
    }

    @Test
    void germany_is_found_by_the_letter_of_machine_readable_zones() {
        assertThat(NationalNumbers.of("D").orElseThrow().country()).isEqualTo("DEU");
    }

    @ParameterizedTest
    @CsvSource({
        "NLD, 999999990, PASSED",
        "NLD, 999999991, INCONCLUSIVE",
        "NLD, ABC, NOT_RUN",
        "CZE, 6956220612, PASSED",
        "LVA, 121282 88882, NOT_RUN",
        "CHN, 11010519491231002X, NOT_RUN",
        "UTO, ZE184226B, NOT_RUN"
    })
    void optional_data_is_held_against_a_document_only_where_it_is_known_to_be_the_number(
            String issuer, String optional, Result result) {
        Identity identity = identity(issuer, "1969-06-22", Sex.FEMALE, optional);
        assertThat(NationalNumberCheck.ofOptionalData(identity).result()).isEqualTo(result);
    }

    /** Zones of specimens that the issuers published. */
    @ParameterizedTest
    @CsvSource({
        "IDBEL592211692<1741<<<<<<<<<<<9003107F2509301BEL900310244094SPECIMEN<<SPECIMEN<<<<<<<<<<<<",
        "IDBEL615057409<9390<<<<<<<<<<<1202177F2506160BEL120217144293SPECIMEN<<SPECIMEN<<<<<<<<<<<<",
        "IDESTAS0002261938001085718<<<<8001081M2606288EST<<<<<<<<<<<1JOERG<<JAAK<KRISTJAN<<<<<<<<<<",
        "IOHRV115501830605781305459<<<<7911255F2608020HRV<<<<<<<<<<<5SPECIMEN<<SPECIMEN<<<<<<<<<<<<",
        "IDESPBAA000589599999999R<<<<<<8001014F2501017ESP<<<<<<<<<<<7ESPANOLA<ESPANOLA<<CARMEN<<<<<",
        "I<SWE59000002<8198703142391<<<8703145M1701027SWE<<<<<<<<<<<8SPECIMEN<<SVEN<<<<<<<<<<<<<<<<"
    })
    void the_number_in_the_zone_of_a_published_card_agrees_with_its_birth_date_and_sex(String zone) throws Exception {
        Identity identity = Mrz.parse(zone).identity(LocalDate.of(2026, 11, 24));
        EvidenceCheck check = NationalNumberCheck.ofOptionalData(identity);
        assertThat(check.result()).as(check.detail()).isEqualTo(Result.PASSED);
    }

    /** Numbers of made-up people of a hundred and one, all of which name the century. */
    @ParameterizedTest
    @CsvSource({
        "EST, 32503050006, 2025-03-05",
        "LTU, 32503050006, 2025-03-05",
        "LVA, 05032510009, 2025-03-05",
        "CZE, 250305123, 2025-03-05"
    })
    void the_zones_two_digits_of_a_year_are_those_of_somebody_old_too(String issuer, String number, LocalDate zone) {
        Identity identity = identity(issuer, zone.toString(), Sex.UNSPECIFIED, number);
        EvidenceCheck check = NationalNumberCheck.ofOptionalData(identity);
        assertThat(check.result()).as(check.detail()).isEqualTo(Result.PASSED);
        Identity another = identity(issuer, zone.plusDays(1).toString(), Sex.UNSPECIFIED, number);
        assertThat(NationalNumberCheck.ofOptionalData(another).result()).isEqualTo(Result.FAILED);
    }

    @Test
    void another_birth_date_in_the_optional_data_fails() {
        assertThat(NationalNumberCheck.ofOptionalData(identity("CZE", "1970-06-22", Sex.FEMALE, "6956220612"))
                        .result())
                .isEqualTo(Result.FAILED);
    }

    @Test
    void nothing_of_the_number_is_in_a_message_or_a_reading() {
        NumberReading reading = NationalNumbers.of("CHN").orElseThrow().read(BEIJING_1949);
        assertThat(reading.toString() + reading.birth() + reading.region()).doesNotContainPattern("\\d");
        assertThat(of("CHN", BEIJING_1949, identity("CHN", "1950-12-31", Sex.MALE))
                        .detail())
                .doesNotContainPattern("\\d");
    }

    private static EvidenceCheck of(String country, String number, Identity identity) {
        return NationalNumberCheck.of(country, number, identity);
    }

    private static Identity identity(String issuer, String birth, Sex sex) {
        return identity(issuer, birth, sex, "");
    }

    private static Identity identity(String issuer, String birth, Sex sex, String optional) {
        return new Identity(
                "P",
                issuer,
                "L898902C3",
                "ERIKSSON",
                "ANNA MARIA",
                issuer,
                Optional.of(LocalDate.parse(birth)),
                sex,
                Optional.empty(),
                Optional.of(optional).filter(data -> !data.isEmpty()),
                Optional.empty(),
                Optional.empty());
    }
}
