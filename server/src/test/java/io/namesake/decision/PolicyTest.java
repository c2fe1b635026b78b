package io.namesake.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {

    @Test
    void an_application_whose_every_check_passed_is_verified() {
        assertThat(Policy.decide(allPassed())).isEqualTo(Decision.verified());
    }

    @Test
    void a_face_that_does_not_match_is_refused() {
        var checks = allPassedBut(Check.failed(CheckKind.FACE_MATCH, Reason.FACE_DOES_NOT_MATCH));
        assertThat(Policy.decide(checks)).isEqualTo(new Decision(Outcome.REFUSED, List.of(Reason.FACE_DOES_NOT_MATCH)));
    }

    @Test
    void a_suspected_presentation_attack_alone_never_refuses() {
        var checks =
                allPassedBut(Check.inconclusive(CheckKind.PRESENTATION_ATTACK, Reason.PRESENTATION_ATTACK_SUSPECTED));
        assertThat(Policy.decide(checks)).isEqualTo(Decision.review(Reason.PRESENTATION_ATTACK_SUSPECTED));
    }

    @Test
    void a_check_that_could_not_be_run_goes_to_a_person() {
        var checks = allPassedBut(Check.impossible(CheckKind.PRESENTATION_ATTACK, Reason.FACE_UNUSABLE));
        assertThat(Policy.decide(checks)).isEqualTo(Decision.review(Reason.FACE_UNUSABLE));
    }

    @Test
    void checks_that_were_skipped_after_a_failure_leave_the_refusal_as_it_is() {
        var checks = List.of(
                Check.failed(CheckKind.DOCUMENT_FIELDS, Reason.DOCUMENT_FIELDS_INVALID),
                Check.failed(CheckKind.DOCUMENT_VALIDITY, Reason.DOCUMENT_EXPIRED),
                Check.passed(CheckKind.DOCUMENT_GENUINE),
                Check.passed(CheckKind.EVIDENCE_STRENGTH),
                Check.passed(CheckKind.FIELDS_CONFIRMED),
                Check.unneeded(CheckKind.FACE_MATCH),
                Check.unneeded(CheckKind.PRESENTATION_ATTACK),
                Check.unneeded(CheckKind.CHALLENGE),
                Check.unneeded(CheckKind.AUTHORITY));
        assertThat(Policy.decide(checks).reasons())
                .containsExactly(Reason.DOCUMENT_EXPIRED, Reason.DOCUMENT_FIELDS_INVALID);
    }

    @Test
    void a_check_skipped_without_need_is_an_error_and_not_a_pass() {
        var checks = allPassedBut(Check.unneeded(CheckKind.FACE_MATCH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.decide(checks))
                .withMessageContaining("FACE_MATCH");
    }

    @Test
    void a_face_and_the_strength_of_evidence_cannot_be_waived() {
        assertThat(Policy.decide(allPassedBut(Check.waived(CheckKind.CHALLENGE))))
                .isEqualTo(Decision.verified());
        assertThatIllegalArgumentException().isThrownBy(() -> Check.waived(CheckKind.FACE_MATCH));
        assertThatIllegalArgumentException().isThrownBy(() -> Check.waived(CheckKind.EVIDENCE_STRENGTH));
    }

    @Test
    void a_missing_check_is_an_error_and_not_a_pass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.decide(allPassed().subList(0, 3)))
                .withMessageContaining("PRESENTATION_ATTACK");
    }

    @Test
    void a_check_reported_twice_is_an_error() {
        var checks = new ArrayList<>(allPassed());
        checks.add(Check.failed(CheckKind.FACE_MATCH, Reason.FACE_DOES_NOT_MATCH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.decide(checks))
                .withMessageContaining("twice");
    }

    @Test
    void a_check_cannot_fail_for_a_reason_that_only_asks_for_a_review() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.failed(CheckKind.PRESENTATION_ATTACK, Reason.PRESENTATION_ATTACK_SUSPECTED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.inconclusive(CheckKind.FACE_MATCH, Reason.FACE_DOES_NOT_MATCH));
    }

    @Test
    void a_decision_always_has_the_reasons_of_its_outcome() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Decision(Outcome.REFUSED, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Decision(Outcome.VERIFIED, List.of(Reason.FACE_UNUSABLE)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Decision(Outcome.REFUSED, List.of(Reason.FACE_UNUSABLE)));
    }

    @Test
    void only_a_refusal_for_the_face_alone_can_be_overcome_by_a_person_who_looks() {
        assertThat(new Decision(Outcome.REFUSED, List.of(Reason.FACE_DOES_NOT_MATCH)).aPersonCanHelp())
                .isTrue();
        assertThat(new Decision(Outcome.REFUSED, List.of(Reason.FACE_DOES_NOT_MATCH, Reason.DOCUMENT_EXPIRED))
                        .aPersonCanHelp())
                .isFalse();
        assertThat(Decision.verified().aPersonCanHelp()).isFalse();
    }

    private static List<Check> allPassed() {
        return Arrays.stream(CheckKind.values()).map(Check::passed).toList();
    }

    private static List<Check> allPassedBut(Check other) {
        return Arrays.stream(CheckKind.values())
                .map(kind -> kind == other.kind() ? other : Check.passed(kind))
                .toList();
    }
}
