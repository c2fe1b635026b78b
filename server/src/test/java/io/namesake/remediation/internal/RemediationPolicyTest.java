package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.policyfile.PolicyInvalid;
import io.namesake.registry.Limit;
import io.namesake.remediation.Doubt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RemediationPolicyTest {
    private static final String SHIPPED = new String(TestTerms.shipped(), StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource
    void what_is_shipped_has_terms_for_every_doubt(Doubt doubt) {
        var terms = TestTerms.policy().of(doubt);
        assertThat(terms.grace()).isEqualTo(Duration.ofDays(30));
        assertThat(terms.stages().getFirst().limits()).containsExactly(Limit.OUTGOING);
        assertThat(terms.decisionAfter()).isEqualTo(Duration.ofDays(60));
        assertThat(terms.extension(ExtensionCause.ILLNESS).adds()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void a_doubt_that_is_named_has_terms_of_its_own() {
        var own = SHIPPED.substring(SHIPPED.indexOf("everywhere:"), SHIPPED.indexOf("# A doubt of"))
                .replace("everywhere:", "HOLDER_DECEASED:")
                .replace("decision-after: P60D", "decision-after: P120D")
                .indent(2);
        var policy = parse(SHIPPED.replace("doubts: {}", "doubts:\n" + own));
        assertThat(policy.of(Doubt.HOLDER_DECEASED).decisionAfter()).isEqualTo(Duration.ofDays(120));
        assertThat(policy.of(Doubt.CAMPAIGN).decisionAfter()).isEqualTo(Duration.ofDays(60));
    }

    @Test
    void one_reminder_three_days_before_is_the_default_where_it_fits() {
        assertThat(TestTerms.SHIPPED.reminders()).containsExactly(Duration.ofDays(3));
        var unnamed = SHIPPED.replace("  reminders: [P3D]\n", "");
        assertThat(parse(unnamed).everywhere().reminders()).containsExactly(Duration.ofDays(3));
        var close = unnamed.replace("after: P45D", "after: P32D");
        assertThat(parse(close).everywhere().reminders()).isEmpty();
        assertThat(parse(SHIPPED.replace("reminders: [P3D]", "reminders: []"))
                        .everywhere()
                        .reminders())
                .isEmpty();
        assertThat(parse(SHIPPED.replace("reminders: [P3D]", "reminders: [P7D, P1D]"))
                        .everywhere()
                        .reminders())
                .containsExactly(Duration.ofDays(7), Duration.ofDays(1));
    }

    @Test
    void a_case_reads_the_terms_that_it_kept() {
        assertThat(RemediationPolicy.readTerms(RemediationPolicy.written(TestTerms.SHIPPED)))
                .isEqualTo(TestTerms.SHIPPED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            grace: P30D                    | grace: P6D                    | grace must be
            grace: P30D                    | grace: soon                   | line
            grace: P30D                    | grace: P31D                   | after the grace
            after: P45D                    | after: P30D                   | in order of time
            limits: [OUTGOING]             | limits: []                    | limits is missing
            limits: [OUTGOING]             | limits: [EMERGENCY_CALLS]     | EMERGENCY_CALLS
            decision-after: P60D           | decision-after: P45D          | after the last stage
            quarantine: P90D               | quarantine: P59D              | longer than the quarantine
            grace: P30D                    | 'grace: P30D\n  graze: P30D'  | `graze` is not known
            'TRAVEL: { adds: P30D, at-most: 1 }' | ''                      | extensions must name each of
            'DISABILITY: { adds: P30D, at-most: 3 }' | 'DISABILITY: { adds: P30D, at-most: 0 }' | 1..12
            'at-most: 2, window: P60D'     | 'at-most: 1, window: P60D'    | one before the end and one after it
            'reminders: [P3D]'             | 'reminders: [P15D]'           | shorter than the time between any two stages
            'reminders: [P3D]'             | 'reminders: [P3D, P7D]'       | the longest first
            'reminders: [P3D]'             | 'reminders: [PT1M]'           | reminders must be a time
            'reminders: [P3D]'             | 'reminders: [P9D, P5D, P3D, P1D]' | at most 3
            version: 1                     | version: 2                    | version must be 1
            version: 1                     | 'version: 1\nversion: 1'      | line
            """)
    void a_mistake_is_told_with_its_place(String right, String wrong, String told) {
        assertThat(SHIPPED).contains(right);
        var file = SHIPPED.replace(right, wrong.replace("\\n", "\n"));
        assertThatThrownBy(() -> parse(file))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessageContaining(told)
                .hasMessageMatching("(?s)line [0-9]+, column [0-9]+: .*");
    }

    @Test
    void nothing_and_far_too_much_are_no_policy() {
        assertThatThrownBy(() -> parse("")).isInstanceOf(PolicyInvalid.class);
        assertThatThrownBy(() -> parse("#".repeat(70_000)))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessageContaining("bytes");
    }

    private static RemediationPolicy parse(String yaml) {
        return RemediationPolicy.parse(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
