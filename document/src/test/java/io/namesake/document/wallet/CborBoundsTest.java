package io.namesake.document.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.document.DocumentUnreadable;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CborBoundsTest {

    @Test
    void what_is_whole_is_read() throws Exception {
        assertThat(Cbor.text(Cbor.read(HexFormat.of().parseHex("6161")), "it")).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "61", // a text that breaks off
                "5b7fffffffffffffff", // as many bytes as there are in no memory
                "5bffffffffffffffff",
                "9a7fffffff", // as many items
                "bb7fffffffffffffff01",
                "5f4101ff", // indefinite lengths
                "9fff",
                "bf6161f6ff",
                "6161f6", // something behind it
                "1c" // a head that means nothing
            })
    void what_breaks_off_or_asks_for_more_than_there_is_is_refused(String hex) {
        assertThatThrownBy(() -> Cbor.read(HexFormat.of().parseHex(hex)))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageMatching(".+");
    }

    @Test
    void depth_and_number_of_parts_are_bounded() {
        for (String part : new String[] {"81", "c1", "a1"}) {
            assertThatThrownBy(() -> Cbor.read(HexFormat.of().parseHex(part.repeat(200_000) + "f6")))
                    .isInstanceOf(DocumentUnreadable.class)
                    .hasMessageContaining("too deep");
        }
        assertThatThrownBy(() -> Cbor.read(HexFormat.of().parseHex("99ffff" + "f6".repeat(0xFFFF))))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("too many");
    }

    @Test
    void a_key_that_is_there_twice_is_refused() {
        assertThatThrownBy(() -> CborMap.of(Cbor.read(HexFormat.of().parseHex("a2616101616102")), "a map"))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("twice");
    }
}
