package io.namesake.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.namesake.decision.Reason;
import io.namesake.review.internal.CaseStep.Need;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewSettingsTest {
    private static final ReviewSettings SETTINGS = settings(Duration.ofMinutes(15), false);

    @Test
    void a_refusal_on_a_suspicion_needs_two_and_a_confirmation_one() {
        var suspected = Set.of(Reason.PRESENTATION_ATTACK_SUSPECTED, Reason.FACE_MATCH_INCONCLUSIVE);
        assertThat(SETTINGS.need(suspected, DecisionCode.FACES_DIFFER, false, false))
                .isEqualTo(Need.TWO);
        assertThat(SETTINGS.need(suspected, DecisionCode.IDENTITY_CONFIRMED, false, false))
                .isEqualTo(Need.ONE);
        assertThat(SETTINGS.need(Set.of(Reason.FACE_MATCH_INCONCLUSIVE), DecisionCode.FACES_DIFFER, false, false))
                .isEqualTo(Need.ONE);
    }

    @Test
    void a_seeded_case_always_takes_two_opinions() {
        assertThat(SETTINGS.need(Set.of(Reason.FACE_MATCH_INCONCLUSIVE), DecisionCode.IDENTITY_CONFIRMED, false, true))
                .isEqualTo(Need.TWO_OPINIONS);
    }

    @Test
    void agents_are_two_where_the_operator_says_so() {
        var asked = Set.of(Reason.ATTENDED_CHECK_REQUESTED);
        assertThat(SETTINGS.need(asked, DecisionCode.IDENTITY_ATTESTED, true, false))
                .isEqualTo(Need.ONE);
        assertThat(settings(Duration.ofMinutes(15), true).need(asked, DecisionCode.IDENTITY_ATTESTED, true, false))
                .isEqualTo(Need.TWO);
    }

    @Test
    void a_lock_for_ever_is_no_lock() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Duration.ofHours(9), false))
                .withMessageContaining("namesake.review.lock");
    }

    private static ReviewSettings settings(Duration lock, boolean attended) {
        return new ReviewSettings(
                Duration.ofHours(48),
                lock,
                Duration.ofMinutes(5),
                Set.of(Reason.PRESENTATION_ATTACK_SUSPECTED, Reason.DOCUMENT_DOUBTFUL),
                Set.of(),
                attended,
                false,
                5,
                Duration.ofMinutes(15));
    }
}
