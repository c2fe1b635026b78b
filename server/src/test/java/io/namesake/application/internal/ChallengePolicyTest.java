package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.decision.Check;
import io.namesake.decision.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ChallengePolicyTest {
    private static final ChallengeEvidence PASSED =
            new ChallengeEvidence(true, List.of("TURN_LEFT:SHOWN"), List.of(), List.of());
    private static final ChallengeEvidence DOUBTED =
            new ChallengeEvidence(false, List.of("TURN_LEFT:SHOWN"), List.of("FLAT_MOTION"), List.of());

    @Test
    void movements_are_required_unless_it_is_a_demo_or_the_operator_says_otherwise() {
        assertThat(ChallengePolicy.of(new MockEnvironment())).isEqualTo(ChallengePolicy.REQUIRED);
        assertThat(ChallengePolicy.of(new MockEnvironment().withProperty("namesake.demo", "true")))
                .isEqualTo(ChallengePolicy.OPTIONAL);
        assertThat(ChallengePolicy.of(new MockEnvironment()
                        .withProperty("namesake.demo", "true")
                        .withProperty("namesake.challenge", "REQUIRED")))
                .isEqualTo(ChallengePolicy.REQUIRED);
    }

    @Test
    void without_movements_a_person_decides_where_they_are_required_and_the_check_is_waived_elsewhere() {
        assertThat(check(ChallengePolicy.REQUIRED, ChallengeEvidence.none()).reason())
                .contains(Reason.CHALLENGE_NOT_DONE);
        assertThat(check(ChallengePolicy.OPTIONAL, ChallengeEvidence.none()).status())
                .isEqualTo(Check.Status.WAIVED);
    }

    @Test
    void a_doubt_counts_wherever_it_came_up_and_is_not_forgotten() {
        for (var policy : ChallengePolicy.values()) {
            assertThat(check(policy, DOUBTED).reason()).contains(Reason.CHALLENGE_CONTRADICTED);
            assertThat(check(policy, PASSED.after(DOUBTED)).reason()).contains(Reason.CHALLENGE_CONTRADICTED);
            assertThat(check(policy, PASSED).status()).isEqualTo(Check.Status.PASSED);
        }
    }

    private static Check check(ChallengePolicy policy, ChallengeEvidence found) {
        return ChallengeCheck.of(policy, found);
    }
}
