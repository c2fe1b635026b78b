package io.namesake.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.language.Language;
import io.namesake.privacy.RetentionSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsentTextsTest {

    @Test
    void a_longer_time_of_keeping_is_another_text_with_another_version() {
        var week = new ConsentTexts(new RetentionSettings(Duration.ofHours(48), Duration.ofDays(7)));
        var fortnight = new ConsentTexts(new RetentionSettings(Duration.ofHours(48), Duration.ofDays(14)));
        assertThat(fortnight.in(Language.ENGLISH).version())
                .isNotEqualTo(week.in(Language.ENGLISH).version());
        assertThat(fortnight.sha256(Language.ENGLISH)).isNotEqualTo(week.sha256(Language.ENGLISH));
        assertThat(String.join(" ", fortnight.in(Language.ENGLISH).paragraphs()))
                .contains("14 days");
    }

    @Test
    void a_part_of_a_day_is_promised_as_a_whole_one() {
        var texts = new ConsentTexts(new RetentionSettings(Duration.ofHours(48), Duration.ofHours(25)));
        assertThat(String.join(" ", texts.in(Language.ENGLISH).paragraphs())).contains("2 days");
    }
}
