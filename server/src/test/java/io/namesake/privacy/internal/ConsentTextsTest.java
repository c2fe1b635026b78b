package io.namesake.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.language.Language;
import io.namesake.privacy.RetentionSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTextsTest {

    @Test
    void a_longer_time_of_keeping_is_another_text_with_another_version() {
        var week = new ConsentTexts(keeping(Duration.ofHours(48), Duration.ofDays(7)), "NONE", false);
        var fortnight = new ConsentTexts(keeping(Duration.ofHours(48), Duration.ofDays(14)), "NONE", false);
        assertThat(fortnight.in(Language.ENGLISH).version())
                .isNotEqualTo(week.in(Language.ENGLISH).version());
        assertThat(fortnight.sha256(Language.ENGLISH)).isNotEqualTo(week.sha256(Language.ENGLISH));
        assertThat(String.join(" ", fortnight.in(Language.ENGLISH).paragraphs()))
                .contains("14 days");
    }

    @Test
    void a_part_of_a_day_is_promised_as_a_whole_one() {
        var texts = new ConsentTexts(keeping(Duration.ofHours(48), Duration.ofHours(25)), "NONE", false);
        assertThat(String.join(" ", texts.in(Language.ENGLISH).paragraphs())).contains("2 days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS", "MOSIP"})
    void who_is_asked_about_the_document_and_whether_the_selfie_goes_there_stands_in_the_text(String kind) {
        var week = keeping(Duration.ofHours(48), Duration.ofDays(7));
        var nobody = new ConsentTexts(week, "NONE", true).in(Language.ENGLISH);
        var authority = new ConsentTexts(week, kind, false).in(Language.ENGLISH);
        var face = new ConsentTexts(week, kind, true).in(Language.ENGLISH);
        assertThat(String.join(" ", nobody.paragraphs())).doesNotContain("authority");
        assertThat(authority.paragraphs().getLast()).contains("authority", "without your pictures");
        assertThat(face.paragraphs().getLast()).contains("authority", "your selfie");
        assertThat(List.of(nobody.version(), authority.version(), face.version()))
                .doesNotHaveDuplicates();
    }

    private static RetentionSettings keeping(Duration unfinished, Duration review) {
        return new RetentionSettings(
                unfinished,
                review,
                Duration.ofDays(1),
                Duration.ofDays(365),
                Duration.ofDays(1095),
                Duration.ofDays(1825),
                Duration.ofDays(1),
                Duration.ofDays(30),
                Duration.ofDays(365));
    }
}
