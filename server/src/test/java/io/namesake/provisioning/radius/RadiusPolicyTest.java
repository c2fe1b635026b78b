package io.namesake.provisioning.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.policyfile.PolicyInvalid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RadiusPolicyTest {
    private static final String WHOLE = """
            version: 1
            everywhere:
              PENDING: { access: CLOSED }
              UNVERIFIED: { access: OPEN }
              ACTIVE: { access: OPEN }
              LIMITED: { access: GARDEN, attributes: { Filter-Id: garden } }
              DEACTIVATED: { access: CLOSED }
              UNKNOWN: { access: CLOSED }
            """;

    @Test
    void the_policy_that_ships_lets_on_only_lines_in_use_and_leads_the_limited_to_verification() throws IOException {
        var policy = shipped();

        assertThat(policy.of("Anybody", LineState.PENDING).access()).isEqualTo(Access.CLOSED);
        assertThat(policy.of("Anybody", LineState.UNVERIFIED).access()).isEqualTo(Access.OPEN);
        assertThat(policy.of("Anybody", LineState.ACTIVE).access()).isEqualTo(Access.OPEN);
        assertThat(policy.of("Anybody", LineState.DEACTIVATED).access()).isEqualTo(Access.CLOSED);
        assertThat(policy.of("Anybody", LineState.UNKNOWN).access()).isEqualTo(Access.CLOSED);
        var limited = policy.of("Anybody", LineState.LIMITED);
        assertThat(limited.access()).isEqualTo(Access.GARDEN);
        assertThat(limited.attributes())
                .containsEntry("WISPr-Redirection-URL", List.of("${portal}/my-lines"))
                .containsEntry("Session-Timeout", List.of("600"));
    }

    @Test
    void an_operators_own_answer_comes_before_that_of_everywhere() {
        var policy = parse(WHOLE + """
                operators:
                  Example Telecom:
                    PENDING: { access: GARDEN, attributes: { Acme-Portal: [one, two], Filter-Id: pending } }
                attributes:
                  Acme-Portal: { vendor: 32473, number: 9, type: STRING }
                """);

        var own = policy.of("Example Telecom", LineState.PENDING);
        assertThat(own.access()).isEqualTo(Access.GARDEN);
        assertThat(own.attributes()).containsEntry("Acme-Portal", List.of("one", "two"));
        assertThat(policy.of("Example Telecom", LineState.ACTIVE).access()).isEqualTo(Access.OPEN);
        assertThat(policy.of("Another", LineState.PENDING).access()).isEqualTo(Access.CLOSED);
        // RFC 2865, section 5.26: vendor 32473 is 0x00007ed9.
        assertThat(policy.dictionary().encoded("Acme-Portal", "one"))
                .isEqualTo(HexFormat.of().parseHex("1a0b00007ed909056f6e65"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version: 1                        | version: 2                            | version must be 1
            UNKNOWN: { access: CLOSED }       | ''                                    | must answer for each of
            { access: OPEN }                  | { access: OPEN, acces: x }                 | `acces` is not known
            { access: OPEN }                  | { access: AJAR }                      | AJAR
            { access: OPEN }                  | {}                                    | access is missing
            { Filter-Id: garden }             | { Filter-Ld: garden }                 | Filter-Ld is not known
            { Filter-Id: garden }             | { Session-Timeout: soon }             | Session-Timeout
            { Filter-Id: garden }             | { Framed-IP-Address: portal.example } | not an address
            { Filter-Id: garden }             | { Filter-Id: '' }                     | 1 to 253 bytes
            , attributes: { Filter-Id: garden } | ''                                  | a garden without attributes is open
            """)
    void a_policy_that_is_wrong_is_refused_with_what_is_wrong(String right, String wrong, String said) {
        var file = WHOLE.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong);
        assertThat(file).isNotEqualTo(WHOLE);

        assertThatThrownBy(() -> parse(file)).isInstanceOf(PolicyInvalid.class).hasMessageContaining(said);
    }

    @Test
    void numbers_and_addresses_are_written_as_the_standard_says() {
        var dictionary = parse(WHOLE).dictionary();

        assertThat(dictionary.encoded("Session-Timeout", "600"))
                .isEqualTo(HexFormat.of().parseHex("1b0600000258"));
        assertThat(dictionary.encoded("Framed-IP-Address", "192.0.2.1"))
                .isEqualTo(HexFormat.of().parseHex("0806c0000201"));
        // Vendor 14122 (0x372a), type 4: http://a
        assertThat(dictionary.encoded("WISPr-Redirection-URL", "http://a"))
                .isEqualTo(HexFormat.of().parseHex("1a100000372a040a" + "687474703a2f2f61"));
    }

    private static RadiusPolicy shipped() throws IOException {
        try (var file = RadiusPolicy.class.getResourceAsStream("/io/namesake/provisioning/radius.yaml")) {
            return RadiusPolicy.FILE.parse(file.readAllBytes());
        }
    }

    private static RadiusPolicy parse(String file) {
        return RadiusPolicy.FILE.parse(file.getBytes(StandardCharsets.UTF_8));
    }
}
