package io.namesake.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEntryTest {

    @Test
    void details_cannot_change_after_the_entry_was_made() {
        var details = new HashMap<>(Map.of("outcome", "VERIFIED"));
        var entry = new AuditEntry(null, "application.verified", "a", details);

        details.put("outcome", "REFUSED");

        assertThat(entry.details()).containsExactly(Map.entry("outcome", "VERIFIED"));
        assertThatThrownBy(() -> entry.details().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Application", "application..verified", ".a", "a b", "a\n"})
    void a_type_has_lower_case_words_joined_by_dots(String type) {
        assertThatThrownBy(() -> new AuditEntry(null, type, "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul \0", "half a pair \ud83d"})
    void text_that_cannot_be_stored_as_it_is_is_refused(String text) {
        assertThatThrownBy(() -> new AuditEntry(null, "a", "b", Map.of("c", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not valid Unicode")
                .hasMessageNotContaining(text);
    }

    @Test
    void an_entry_that_is_too_large_is_refused() {
        assertThatThrownBy(() -> new AuditEntry(null, "a", "b".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AuditEntry(null, "a", "b", Map.of("c", "d".repeat(1001))))
                .isInstanceOf(IllegalArgumentException.class);
        var many = new HashMap<String, String>();
        for (int i = 0; i < 33; i++) {
            many.put("detail-" + i, "");
        }
        assertThatThrownBy(() -> new AuditEntry(null, "a", "b", many)).isInstanceOf(IllegalArgumentException.class);
    }
}
