package io.namesake.mylines.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisputeTextsTest {

    @ParameterizedTest
    @EnumSource
    void every_decision_is_told_in_plain_words_with_a_next_step_in_every_language(Dispute.Code code) {
        var english = DisputeTexts.of(code, Language.ENGLISH);
        var chinese = DisputeTexts.of(code, Language.CHINESE);
        assertThat(english.explanation()).isNotBlank().isNotEqualTo(chinese.explanation());
        assertThat(english.nextStep()).isNotBlank().isNotEqualTo(chinese.nextStep());
    }

    @Test
    void who_is_heard_reads_nothing_of_a_complaint() {
        assertThat(DisputeTexts.hearing(Language.ENGLISH).toString())
                .doesNotContainIgnoringCase("complain")
                .doesNotContainIgnoringCase("dispute")
                .doesNotContainIgnoringCase("somebody says");
    }
}
