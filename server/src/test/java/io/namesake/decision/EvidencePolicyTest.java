package io.namesake.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.document.Strength;
import io.namesake.policyfile.PolicyInvalid;
import io.namesake.registry.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidencePolicyTest {
    private static final String GOOD = """
            version: 1
            everywhere:
              accept:
                - { source: CHIP, strength: STRONG }
              corrections: REVIEW
              doubts-from: 60
            services:
              FIXED:
                accept: []
                corrections: ACCEPT
                doubts-from: 1
            """;

    @ParameterizedTest
    @ValueSource(strings = {"policy.yaml", "policy-demo.yaml"})
    void what_is_shipped_is_a_policy_for_every_service(String file) throws IOException {
        var policy = shipped(file);
        for (var service : Service.values()) {
            assertThat(policy.of(service).accept()).isNotEmpty();
        }
    }

    @Test
    void by_default_only_what_its_issuer_has_borne_out_is_decided_by_machine() throws IOException {
        var policy = shipped("policy.yaml").of(Service.MOBILE);
        assertThat(policy.accepts(evidence(Source.CHIP, Strength.SUPERIOR), false))
                .isTrue();
        assertThat(policy.accepts(evidence(Source.CHIP, Strength.STRONG), false))
                .isTrue();
        assertThat(policy.accepts(evidence(Source.CHIP, Strength.FAIR), false)).isFalse();
        assertThat(policy.accepts(evidence(Source.WALLET, Strength.STRONG), false))
                .isTrue();
        assertThat(policy.accepts(evidence(Source.PRINT, Strength.FAIR), false)).isFalse();
        assertThat(policy.accepts(evidence(Source.PRINT, Strength.FAIR), true)).isTrue();
        assertThat(policy.accepts(evidence(Source.PRINT, Strength.NONE), true)).isFalse();
        assertThat(policy.accepts(DocumentEvidence.typed(), true)).isFalse();
    }

    @Test
    void a_service_that_is_named_has_its_own_policy() {
        var policy = parse(GOOD);
        assertThat(policy.of(Service.FIXED).accept()).isEmpty();
        assertThat(policy.of(Service.MOBILE).accept()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strength", "source", "corrections", "doubts-from", "accept", "everywhere"})
    void a_word_that_is_missing_or_misspelled_is_told_with_line_and_column(String word) {
        assertInvalid(
                GOOD.replaceFirst("\\b" + word + ":", word + "s:"),
                "line \\d+, column \\d+: " + word + " (is missing|must lie).*");
    }

    @Test
    void a_word_that_is_not_known_is_told_with_what_is() {
        assertInvalid(
                GOOD.replace("STRONG }", "STRONG, authorities: MATCH }"),
                "line 4, column \\d+: `authorities` is not known here; known are .*authority.*");
        assertInvalid(
                GOOD.replace("services:", "service:"),
                "line \\d+, column \\d+: `service` is not known here; .*services.*");
    }

    @Test
    void a_value_that_cannot_be_is_told_with_line_and_column() {
        assertInvalid(GOOD.replace("source: CHIP", "source: CHIPS"), "line 4, column 17: .*CHIPS.*");
        assertInvalid(
                GOOD.replace("doubts-from: 60", "doubts-from: 200"),
                "line 7, column 1: doubts-from must lie in 1..100");
        assertInvalid(GOOD.replace("version: 1", "version: 2"), ".*version must be 1");
        assertInvalid(
                GOOD.replace("source: CHIP, strength: STRONG", "source: PRINT, strength: STRONG"),
                "line 4, column \\d+: a printed page is never more than FAIR");
        assertInvalid(
                GOOD.replace("{ source: CHIP, strength: STRONG }", "{ source: CHIP }"),
                "line 4.*strength is missing.*");
        assertInvalid(GOOD.replace("FIXED", "PIGEON"), "line 8, column \\d+: .*PIGEON.*");
        assertInvalid(GOOD + "version: 1\n", "line \\d+, column \\d+: .*uplicate.*version.*");
    }

    @Test
    void what_is_no_yaml_or_nothing_or_far_too_long_is_refused() {
        assertInvalid("everywhere: [", "line \\d+, column \\d+: .*");
        assertInvalid("", ".*");
        assertInvalid("#".repeat(70_000), "a policy has at most .* bytes");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void an_empty_list_leaves_every_decision_to_a_person(Service service) {
        var policy = parse(
                GOOD.replace("- { source: CHIP, strength: STRONG }", "[]").replace("accept:\n    []", "accept: []"));
        assertThat(policy.of(service).accepts(evidence(Source.CHIP, Strength.SUPERIOR), true))
                .isFalse();
    }

    private static void assertInvalid(String file, String message) {
        assertThatThrownBy(() -> parse(file)).isInstanceOf(PolicyInvalid.class).hasMessageMatching("(?s)" + message);
    }

    private static EvidencePolicy parse(String file) {
        return EvidencePolicy.parse(file.getBytes(StandardCharsets.UTF_8));
    }

    private static EvidencePolicy shipped(String file) throws IOException {
        try (var content = EvidencePolicy.class.getResourceAsStream(file)) {
            return EvidencePolicy.parse(content.readAllBytes());
        }
    }

    private static DocumentEvidence evidence(Source source, Strength strength) {
        return new DocumentEvidence(source, strength, List.of(), Set.of());
    }
}
