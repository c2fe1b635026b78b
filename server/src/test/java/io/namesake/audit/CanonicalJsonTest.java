package io.namesake.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void no_members_give_an_empty_object() {
        assertThat(CanonicalJson.of(Map.of())).isEqualTo("{}");
    }

    @Test
    void members_are_sorted_by_utf_16_code_units() {
        // The order of RFC 8785, section 3.2.3: a surrogate pair comes before U+FB33.
        assertThat(CanonicalJson.of(Map.of("\ufb33", "3", "\ud83d\ude00", "2", "\u20ac", "1", "1", "0")))
                .isEqualTo("{\"1\":\"0\",\"\u20ac\":\"1\",\"\ud83d\ude00\":\"2\",\"\ufb33\":\"3\"}");
    }

    @Test
    void only_what_must_be_escaped_is_escaped() {
        // The string of RFC 8785, section 3.2.2.
        assertThat(CanonicalJson.of(Map.of("s", "\u20ac$\u000f\nA'B\"\\\\\"/")))
                .isEqualTo("{\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        assertThat(CanonicalJson.of(Map.of("s", "\b\t\f\r\u007f"))).isEqualTo("{\"s\":\"\\b\\t\\f\\r\u007f\"}");
    }
}
