package io.namesake.decision;

import static io.namesake.document.CheckKind.CHIP_FILES;
import static io.namesake.document.CheckKind.CHIP_SIGNER;
import static io.namesake.document.CheckKind.COPY;
import static io.namesake.document.CheckKind.EXPIRY;
import static io.namesake.document.CheckKind.MRZ_CHECK_DIGITS;
import static io.namesake.document.CheckKind.SPECIMEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.decision.DocumentEvidence.Field;
import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.decision.ServicePolicy.Accepted;
import io.namesake.decision.ServicePolicy.Corrections;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Strength;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceRulesTest {
    private static final ServicePolicy STRICT = policy(Corrections.REVIEW);
    /** What only a forger, and no careless issuer and no bad photo, brings about. */
    private static final Set<io.namesake.document.CheckKind> FORGERIES = EnumSet.of(
            CHIP_FILES,
            io.namesake.document.CheckKind.CHIP_SIGNATURE,
            io.namesake.document.CheckKind.CHIP_SIGNER_REVOCATION,
            io.namesake.document.CheckKind.CHIP_GENUINE,
            io.namesake.document.CheckKind.CREDENTIAL_SIGNATURE,
            io.namesake.document.CheckKind.CREDENTIAL_REVOCATION,
            io.namesake.document.CheckKind.CREDENTIAL_ATTRIBUTES,
            io.namesake.document.CheckKind.CREDENTIAL_HOLDER);

    @Test
    void strong_evidence_that_was_confirmed_passes() {
        assertThat(decide(STRICT, chip())).isEqualTo(Decision.verified());
    }

    @ParameterizedTest
    @EnumSource(io.namesake.document.CheckKind.class)
    void each_failed_check_refuses_by_cryptography_or_asks_a_person_and_none_passes(
            io.namesake.document.CheckKind kind) {
        var decision = decide(STRICT, chip(EvidenceCheck.failed(kind, "wrong")));
        if (FORGERIES.contains(kind)) {
            assertThat(decision.reasons()).containsExactly(Reason.DOCUMENT_NOT_GENUINE);
        } else if (kind == SPECIMEN) {
            assertThat(decision.reasons()).containsExactly(Reason.DOCUMENT_IS_SPECIMEN);
        } else if (kind == EXPIRY) {
            assertThat(EvidenceRules.isReadAsExpired(chip(EvidenceCheck.failed(kind, "over"))))
                    .isTrue();
        } else {
            assertThat(decision).isEqualTo(Decision.review(Reason.DOCUMENT_DOUBTFUL));
        }
    }

    @Test
    void a_sign_of_tampering_counts_from_the_confidence_that_the_policy_names() {
        var sign = EvidenceCheck.inconclusive(COPY, "a screen's grid");
        assertThat(decide(STRICT, print(sign.withConfidence(59)))).isEqualTo(Decision.verified());
        assertThat(decide(STRICT, print(sign.withConfidence(60)))).isEqualTo(Decision.review(Reason.DOCUMENT_DOUBTFUL));
    }

    @Test
    void what_may_be_a_specimen_is_never_verified() {
        assertThat(decide(STRICT, print(EvidenceCheck.inconclusive(SPECIMEN, "of no country"))))
                .isEqualTo(Decision.review(Reason.DOCUMENT_DOUBTFUL));
    }

    @ParameterizedTest
    @EnumSource(
            value = io.namesake.document.CheckKind.class,
            names = {"CHIP_SIGNER_REVOCATION", "CREDENTIAL_REVOCATION"})
    void what_may_have_been_revoked_is_never_verified_and_never_refused(io.namesake.document.CheckKind kind) {
        assertThat(decide(STRICT, chip(EvidenceCheck.inconclusive(kind, "nobody answered"))))
                .isEqualTo(Decision.review(Reason.DOCUMENT_DOUBTFUL));
        assertThat(decide(STRICT, chip(EvidenceCheck.notRun(kind, "nobody keeps it"))))
                .isEqualTo(Decision.verified());
    }

    @ParameterizedTest
    @EnumSource(Result.class)
    void no_sign_of_tampering_ever_refuses_unless_a_check_failed(Result result) {
        var sign = new EvidenceCheck(COPY, result, "seen", OptionalInt.of(100));
        assertThat(decide(STRICT, print(sign)).outcome()).isNotEqualTo(Outcome.REFUSED);
    }

    @Test
    void an_unknown_authority_makes_the_evidence_weak_and_nothing_else() {
        var unknown = new DocumentEvidence(
                Source.CHIP,
                Strength.FAIR,
                List.of(EvidenceCheck.inconclusive(CHIP_SIGNER, "nobody trusts it")),
                Set.of());
        assertThat(decide(STRICT, unknown)).isEqualTo(Decision.review(Reason.EVIDENCE_TOO_WEAK));
    }

    @Test
    void another_states_authority_is_left_to_a_person_by_every_policy() {
        var signed = EvidenceCheck.inconclusive(CHIP_SIGNER, "of another state").withConfidence(100);
        var chip = evidence(Source.CHIP, Strength.FAIR, signed);
        var lenient =
                new ServicePolicy(List.of(new Accepted(Source.CHIP, Strength.FAIR, null)), Corrections.ACCEPT, 100);
        assertThat(decide(lenient, chip)).isEqualTo(Decision.review(Reason.DOCUMENT_DOUBTFUL));
    }

    @Test
    void what_is_typed_is_decided_by_machine_only_where_the_policy_says_so() {
        assertThat(decide(STRICT, DocumentEvidence.typed())).isEqualTo(Decision.review(Reason.EVIDENCE_TOO_WEAK));
        var lenient = new ServicePolicy(List.of(new Accepted(Source.TYPED, null, null)), Corrections.REVIEW, 60);
        assertThat(decide(lenient, DocumentEvidence.typed())).isEqualTo(Decision.verified());
    }

    @Test
    void a_correction_asks_for_a_person_unless_the_policy_accepts_it_and_nothing_was_signed() {
        var corrected = Set.of(Field.GIVEN_NAMES);
        var print = new DocumentEvidence(Source.PRINT, Strength.FAIR, List.of(), corrected);
        var chip = new DocumentEvidence(Source.CHIP, Strength.STRONG, List.of(), corrected);
        assertThat(decide(STRICT, print)).isEqualTo(Decision.review(Reason.FIELDS_CORRECTED));
        assertThat(decide(policy(Corrections.ACCEPT), print)).isEqualTo(Decision.verified());
        assertThat(decide(policy(Corrections.ACCEPT), chip)).isEqualTo(Decision.review(Reason.FIELDS_CORRECTED));
    }

    @Test
    void only_an_issuers_signature_proves_that_a_document_has_expired() {
        var over = EvidenceCheck.failed(EXPIRY, "over");
        assertThat(EvidenceRules.isReadAsExpired(chip(over))).isTrue();
        assertThat(EvidenceRules.isReadAsExpired(print(over))).isFalse();
        assertThat(EvidenceRules.isReadAsExpired(chip())).isFalse();
    }

    private static Decision decide(ServicePolicy policy, DocumentEvidence evidence) {
        var checks = new ArrayList<>(EvidenceRules.check(policy, evidence, false));
        for (var kind : CheckKind.values()) {
            if (checks.stream().noneMatch(check -> check.kind() == kind)) {
                checks.add(Check.passed(kind));
            }
        }
        return Policy.decide(checks);
    }

    private static ServicePolicy policy(Corrections corrections) {
        return new ServicePolicy(
                List.of(
                        new Accepted(Source.CHIP, Strength.STRONG, null),
                        new Accepted(Source.PRINT, Strength.FAIR, null)),
                corrections,
                60);
    }

    private static DocumentEvidence chip(EvidenceCheck... checks) {
        return evidence(Source.CHIP, Strength.STRONG, checks);
    }

    private static DocumentEvidence print(EvidenceCheck... checks) {
        return evidence(Source.PRINT, Strength.FAIR, checks);
    }

    private static DocumentEvidence evidence(Source source, Strength strength, EvidenceCheck... more) {
        var checks = new ArrayList<>(List.of(EvidenceCheck.passed(MRZ_CHECK_DIGITS, "right")));
        checks.addAll(List.of(more));
        return new DocumentEvidence(source, strength, checks, Set.of());
    }
}
