package io.namesake.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppointmentCodeTest {

    @Test
    void a_code_is_read_as_it_is_written_and_has_no_characters_that_look_alike() {
        var codes = new AppointmentCode(new SecureRandom());
        var seen = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            var code = codes.draw();
            assertThat(code).hasSize(8).doesNotContainPattern("[0OI1LB8S5Z2U]");
            assertThat(AppointmentCode.read(AppointmentCode.written(code))).hasValue(code);
            seen.add(code);
        }
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void small_letters_and_spaces_do_not_matter() {
        assertThat(AppointmentCode.read(" k7qm 4txa ")).hasValue("K7QM4TXA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K7QM-4TX", "K7QM-4TXAA", "O7QM-4TXA", "K7QM-4TXA                                "})
    void what_cannot_be_a_code_is_none(String typed) {
        assertThat(AppointmentCode.read(typed)).isEmpty();
    }
}
