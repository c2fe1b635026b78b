package io.namesake.exposure.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.registry.HolderDetails;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchRulesTest {
    private static final HolderDetails FEDERICA = new HolderDetails(
            "GARCÍA LÓPEZ", "Federica", "X-66 666666q", LocalDate.of(1978, 8, 22), "ESP", "12345678Z");
    private static final HolderDetails LI =
            new HolderDetails("李", "小龙", "110101199003077758", LocalDate.of(1990, 3, 7));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Federica García López",
                "federica garcia-lopez",
                "GARCIA LOPEZ, FEDERICA",
                "Ｆｅｄｅｒｉｃａ Garcia Lopez",
                "Federica Garci\u0301a Lo\u0301pez"
            })
    void a_name_is_the_same_however_it_is_written(String written) {
        assertThat(MatchRules.name(written, FEDERICA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Federica", "García López", "Frederica García López", "Federica García", "!?", "李小龙"})
    void another_or_an_incomplete_name_is_not(String written) {
        assertThat(MatchRules.name(written, FEDERICA)).isFalse();
    }

    @Test
    void names_in_ideographs_are_compared_in_either_order() {
        assertThat(MatchRules.name("李小龙", LI)).isTrue();
        assertThat(MatchRules.name("小龙 李", LI)).isTrue();
        assertThat(MatchRules.name("李小", LI)).isFalse();
    }

    @Test
    void a_documents_number_is_compared_by_letters_and_digits_alone() {
        assertThat(MatchRules.idDocument("x66666666Q", FEDERICA)).isTrue();
        assertThat(MatchRules.idDocument("66666666Q", FEDERICA)).isFalse();
    }

    @Test
    void the_number_for_life_serves_as_a_documents_number() {
        assertThat(MatchRules.idDocument("12345678-Z", FEDERICA)).isTrue();
    }

    @Test
    void letters_with_two_small_forms_are_one() {
        assertThat(MatchRules.normal("ΟΔΥΣΣΕΥΣ")).isEqualTo(MatchRules.normal("Οδυσσεύς"));
        assertThat(MatchRules.normal("Weiß")).isEqualTo(MatchRules.normal("WEISS"));
    }

    @Test
    void a_whole_name_is_written_as_its_bearer_would() {
        assertThat(WholeName.of(LI)).isEqualTo("李小龙");
        assertThat(WholeName.of(FEDERICA)).isEqualTo("Federica GARCÍA LÓPEZ");
    }
}
