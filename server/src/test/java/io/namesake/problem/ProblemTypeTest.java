package io.namesake.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.UnusableReason;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {

    @ParameterizedTest
    @EnumSource
    void every_problem_says_what_it_is_and_what_to_do_in_both_languages(ProblemType type) {
        for (var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            var body = ProblemAnswer.body(type, null, locale);
            assertThat(body.getTitle()).isNotBlank();
            assertThat((String) body.getProperties().get("nextStep")).isNotBlank();
            assertThat(body.getType()).hasToString("/problems/" + type.slug());
        }
        assertThat(ProblemAnswer.body(type, null, Locale.SIMPLIFIED_CHINESE).getTitle())
                .isNotEqualTo(ProblemAnswer.body(type, null, Locale.ENGLISH).getTitle());
    }

    @Test
    void no_text_is_left_over_from_a_problem_that_does_not_exist() {
        var texts = ResourceBundle.getBundle("io.namesake.problem.problems", Locale.ROOT);
        var slugs = Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList();
        assertThat(texts.keySet()).allMatch(key -> slugs.contains(key.substring(0, key.indexOf('.'))));
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_why_a_picture_cannot_be_used_is_a_problem_of_the_same_name(UnusableReason reason) {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::slug)).contains(reason.code());
    }

    @Test
    void whoever_is_turned_away_is_told_when_to_come_back() {
        var answer = ProblemAnswer.of(Problem.busy(Duration.ofSeconds(3)), Locale.ENGLISH);
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("3");
    }

    @Test
    void an_accident_is_described_by_its_class_and_place_and_never_by_its_message() {
        var cause = new IllegalArgumentException("+8613800138000 belongs to Erika Muster");
        var described = Accident.describe(new IllegalStateException("Erika", cause));
        assertThat(described)
                .contains("IllegalStateException", "IllegalArgumentException", "ProblemTypeTest")
                .doesNotContain("Erika", "8613800138000");
    }
}
