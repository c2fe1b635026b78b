package io.namesake.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.language.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise 4: refusals are about evidence, and explained. */
class ReasonsAreClosedAndExplainedTest {

    @ParameterizedTest
    @EnumSource
    void every_reason_is_explained_in_every_language_and_says_what_to_do_next(Reason reason) {
        for (var language : Language.values()) {
            var text = ReasonText.of(reason, language);
            assertThat(text.code()).isEqualTo(reason.name());
            assertThat(text.title()).isNotBlank();
            assertThat(text.explanation()).hasSizeGreaterThan(text.title().length());
            assertThat(text.nextStep()).isNotBlank();
        }
        assertThat(ReasonText.of(reason, Language.CHINESE).title())
                .isNotEqualTo(ReasonText.of(reason, Language.ENGLISH).title());
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_names_a_way_to_a_person(Reason reason) {
        assertThat(ReasonText.of(reason, Language.ENGLISH).nextStep().toLowerCase(Locale.ROOT))
                .containsPattern("person|shop|face to face");
        assertThat(ReasonText.of(reason, Language.CHINESE).nextStep()).containsPattern("人工|工作人员|营业厅|当面");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_text_explains_a_reason_that_does_not_exist(Language language) {
        Set<String> explained = new TreeSet<>();
        language.texts("io.namesake.decision.reasons")
                .keySet()
                .forEach(key -> explained.add(key.substring(0, key.indexOf('.'))));
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.values()).map(Enum::name).toList());
    }
}
