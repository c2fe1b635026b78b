package io.namesake.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.language.Language;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Promise 2: consent to a purpose, in plain words, with another way beside it. */
@NamesakeTest
class ConsentTextTest {

    @Autowired
    Consents consents;

    @Autowired
    TestHttp http;

    @ParameterizedTest
    @EnumSource
    void the_text_says_what_for_what_is_kept_how_long_and_the_way_without_a_face_scan(Language language) {
        var text = consents.current(language);
        assertThat(text.purposes()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(text.paragraphs()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(String.join(" ", text.paragraphs())).contains("7", "48").doesNotContain("{", "}");
        assertThat(text.alternative()).isNotBlank();
    }

    @Test
    void both_languages_say_the_same_number_of_things_under_one_version() {
        var english = consents.current(Language.ENGLISH);
        var chinese = consents.current(Language.CHINESE);
        assertThat(chinese.version()).isEqualTo(english.version());
        assertThat(chinese.paragraphs()).hasSameSizeAs(english.paragraphs());
        assertThat(chinese.purposes()).hasSameSizeAs(english.purposes());
        assertThat(chinese.title()).isNotEqualTo(english.title());
    }

    @Test
    void anybody_may_read_it_before_agreeing_to_anything() {
        http.anyone()
                .get()
                .uri("/v1/consent-texts/current?locale=zh-CN")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.locale")
                .isEqualTo("zh-CN")
                .jsonPath("$.alternative")
                .value(way -> assertThat((String) way).contains("人工核验"));
    }

    @Test
    void nobody_can_configure_pictures_to_be_kept_for_months() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionSettings(
                        Duration.ofHours(48),
                        Duration.ofDays(60),
                        Duration.ofDays(1),
                        Duration.ofDays(365),
                        Duration.ofDays(1095),
                        Duration.ofDays(1825),
                        Duration.ofDays(1),
                        Duration.ofDays(30),
                        Duration.ofDays(365)))
                .withMessageContaining("namesake.retention.review");
    }
}
