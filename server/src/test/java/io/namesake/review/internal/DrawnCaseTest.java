package io.namesake.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawnCaseTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @EnumSource
    void every_truth_is_drawn_in_the_form_of_a_chip_with_two_pictures(Truth truth) {
        var drawn = DrawnCase.draw(truth, TODAY, new Random(7));
        assertThat(drawn.document()).startsWith(0xFF, 0xD8);
        assertThat(drawn.selfie()).startsWith(0xFF, 0xD8);
        assertThat(drawn.evidence().confirmed().equals(drawn.evidence().read()))
                .isEqualTo(truth != Truth.FIELDS_CHANGED);
        assertThat(drawn.evidence().corrected().isEmpty()).isEqualTo(truth != Truth.FIELDS_CHANGED);
        assertThat(drawn).hasToString("DrawnCase" + drawn.reasons());
        assertThat(Arrays.equals(
                        drawn.document(),
                        DrawnCase.draw(truth, TODAY, new Random(8)).document()))
                .isFalse();
    }
}
