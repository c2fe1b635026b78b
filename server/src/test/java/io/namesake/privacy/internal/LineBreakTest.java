package io.namesake.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreakTest {

    @Test
    void words_stay_whole_and_the_next_line_begins_after_the_space() {
        assertThat(LineBreak.before("one line of text", 10)).isEqualTo(9);
    }

    @Test
    void one_word_that_is_too_long_is_cut() {
        assertThat(LineBreak.before("ca7c5860c2bc478c28ce9a64f18935cc", 20)).isEqualTo(20);
        assertThat(LineBreak.before("ca7c", 0)).isEqualTo(1);
    }

    @Test
    void chinese_is_broken_anywhere_but_not_before_what_closes_or_after_what_opens() {
        assertThat(LineBreak.before("谁持有哪条线路", 4)).isEqualTo(4);
        assertThat(LineBreak.before("谁持有，哪条线路", 3)).isEqualTo(2);
        assertThat(LineBreak.before("谁持有（哪条线路", 4)).isEqualTo(3);
        assertThat(LineBreak.before("最多 365 天", 5)).isEqualTo(3);
    }

    @Test
    void a_rare_sign_of_two_halves_stays_whole() {
        assertThat(LineBreak.before("\ud842\udfb7\ud842\udfb7", 3)).isEqualTo(2);
    }
}
