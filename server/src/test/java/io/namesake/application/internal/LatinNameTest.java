package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinNameTest {

    @ParameterizedTest
    @CsvSource({
        "MUELLER, Müller",
        "MULLER, Müller",
        "STRAUSS, Strauß",
        "BJOERK, Björk",
        "AAGE SOERENSEN, Åge Sørensen",
        "AGE SORENSEN, Åge Sørensen",
        "LUKASZ, Łukasz",
        "THORDIS, Þórdís",
        "ISIK, Işık",
        "OREILLY, O’Reilly",
        "ANNA MARIA, Anna-Maria",
        "NGUYEN, Nguyễn",
    })
    void a_zone_and_a_person_spell_the_same_name_in_their_own_ways(String read, String written) {
        assertThat(LatinName.same(read, written)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"MUELLER, Meller", "ANNA MARIA, Anna", "WANG, 王", "MUELLER, ''"})
    void another_name_is_another_name(String read, String written) {
        assertThat(LatinName.same(read, written)).isFalse();
    }

    @Property
    void every_name_is_itself(@ForAll String name) {
        assertThat(LatinName.same(name, name)).isTrue();
    }
}
