package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.registry.LineInvalid.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineIdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "MOBILE, +86 138 0013 8000, +8613800138000",
        "MOBILE, +86-138-0013-8000, +8613800138000",
        "MOBILE, +44 (0) 7911 123456, +447911123456",
        "FIXED, +86 10 6554 1234, +861065541234",
        "FIXED, +49 30 901820, +4930901820",
        "INTERNET, Anna@Fibre.Example, Anna@fibre.example",
        "INTERNET, anna.b+home/2@fibre-1.example.net, anna.b+home/2@fibre-1.example.net",
        "INTERNET, 王小明@宽带.中国, 王小明@宽带.中国",
        "INTERNET, ' a@b.c ', a@b.c"
    })
    void a_line_has_one_spelling_however_it_was_written(Service service, String written, String normal) {
        assertThat(LineIdentifier.parse(service, written)).isEqualTo(new LineIdentifier(service, normal));
    }

    @Test
    void letters_made_of_two_characters_are_the_same_as_those_made_of_one() {
        assertThat(LineIdentifier.parse(Service.INTERNET, "andre\u0301@n\u00c9t.example"))
                .isEqualTo(LineIdentifier.parse(Service.INTERNET, "andr\u00e9@ne\u0301t.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1 202 555 0123", "+1 416 555 0199"})
    void where_the_plan_cannot_tell_mobile_from_fixed_both_are_accepted(String number) {
        assertThat(LineIdentifier.parse(Service.MOBILE, number).value())
                .isEqualTo(LineIdentifier.parse(Service.FIXED, number).value());
    }

    @Test
    void a_number_of_a_range_that_the_plan_does_not_know_yet_is_accepted_for_its_length() {
        assertThat(LineIdentifier.parse(Service.MOBILE, "+8612000000000").value())
                .isEqualTo("+8612000000000");
        assertInvalid(Service.MOBILE, "+8612000000", Reason.NUMBER_OF_ANOTHER_SERVICE);
    }

    @ParameterizedTest
    @CsvSource({
        "MOBILE, 13800138000, NOT_INTERNATIONAL",
        "MOBILE, 0086 138 0013 8000, NOT_INTERNATIONAL",
        "MOBILE, '', NOT_INTERNATIONAL",
        "MOBILE, +, NOT_INTERNATIONAL",
        "MOBILE, +1-800-FLOWERS, NOT_INTERNATIONAL",
        "MOBILE, +8613800138000;ext=5, NOT_INTERNATIONAL",
        "MOBILE, +٨٦١٣٨٠٠١٣٨٠٠٠, NOT_INTERNATIONAL",
        "MOBILE, anna@fibre.example, NOT_INTERNATIONAL",
        "MOBILE, +999 123456789, NOT_A_TELEPHONE_NUMBER",
        "MOBILE, +86 1, NOT_A_TELEPHONE_NUMBER",
        "MOBILE, +86138001380001234, NOT_A_TELEPHONE_NUMBER",
        "MOBILE, +861065541234, NUMBER_OF_ANOTHER_SERVICE",
        "FIXED, +8613800138000, NUMBER_OF_ANOTHER_SERVICE",
        "FIXED, +864008001234, NUMBER_OF_ANOTHER_SERVICE",
        "MOBILE, +1 900 555 0123, NUMBER_OF_ANOTHER_SERVICE",
        "INTERNET, anna, NOT_A_NETWORK_ACCESS_IDENTIFIER",
        "INTERNET, @fibre.example, NOT_A_NETWORK_ACCESS_IDENTIFIER",
        "INTERNET, anna@, NOT_A_NETWORK_ACCESS_IDENTIFIER",
        "INTERNET, anna@fibre, NOT_A_NETWORK_ACCESS_IDENTIFIER",
        "INTERNET, anna@fibre..example, NOT_A_NETWORK_ACCESS_IDENTIFIER",
        "INTERNET, anna@fibre.example., NOT_A_NETWORK_ACCESS_IDENTIFIER",
        "INTERNET, anna@-fibre.example, NOT_A_NETWORK_ACCESS_IDENTIFIER",
        "INTERNET, anna@fibre-.example, NOT_A_NETWORK_ACCESS_IDENTIFIER",
        "INTERNET, .anna@fibre.example, NOT_A_NETWORK_ACCESS_IDENTIFIER",
        "INTERNET, an..na@fibre.example, NOT_A_NETWORK_ACCESS_IDENTIFIER",
        "INTERNET, an na@fibre.example, NOT_A_NETWORK_ACCESS_IDENTIFIER",
        "INTERNET, a@b@fibre.example, NOT_A_NETWORK_ACCESS_IDENTIFIER",
        "INTERNET, +8613800138000, NOT_A_NETWORK_ACCESS_IDENTIFIER"
    })
    void what_is_not_a_line_of_the_service_is_refused(Service service, String text, Reason reason) {
        assertInvalid(service, text, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an\u200bna@fibre.example",
                "an\u00a0na@fibre.example",
                "an\u0000na@fibre.example",
                "anna@fi\u202ebre.example"
            })
    void characters_that_cannot_be_seen_are_refused(String text) {
        assertInvalid(Service.INTERNET, text, Reason.NOT_A_NETWORK_ACCESS_IDENTIFIER);
    }

    @Test
    void an_identifier_has_at_most_253_bytes() {
        var realm = "@" + "b".repeat(50) + ".example";
        assertThat(LineIdentifier.parse(Service.INTERNET, "a".repeat(253 - realm.length()) + realm)
                        .value())
                .hasSize(253);
        assertInvalid(Service.INTERNET, "a".repeat(254 - realm.length()) + realm, Reason.TOO_LONG);
        assertInvalid(Service.INTERNET, "王".repeat(70) + realm, Reason.TOO_LONG);
        assertInvalid(Service.MOBILE, "+" + "1".repeat(100_000), Reason.TOO_LONG);
        assertInvalid(Service.INTERNET, "a".repeat(1_000_000), Reason.TOO_LONG);
    }

    @Test
    void what_was_refused_is_not_repeated_in_the_message() {
        assertThatThrownBy(() -> LineIdentifier.parse(Service.INTERNET, "somebody's secret"))
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_identifier_cannot_be_made_without_parsing() {
        assertThatThrownBy(() -> new LineIdentifier(Service.MOBILE, "+86 138 0013 8000"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LineIdentifier(Service.INTERNET, "anna"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertInvalid(Service service, String text, Reason reason) {
        assertThatThrownBy(() -> LineIdentifier.parse(service, text))
                .isInstanceOfSatisfying(
                        LineInvalid.class,
                        invalid -> assertThat(invalid.reason()).isEqualTo(reason));
    }
}
