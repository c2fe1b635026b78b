package io.namesake.document.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.document.DocumentUnreadable;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusBitsTest {

    /** The two examples of draft-ietf-oauth-status-list-21, 4.1. */
    @Test
    void the_examples_of_the_standard_say_what_it_says_they_do() throws Exception {
        assertThat(statuses(1, "78dadbb918000217015d", 16))
                .containsExactly(1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1);
        assertThat(statuses(2, "78da3be9f2130003df0207", 12)).containsExactly(1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3);
    }

    @Test
    void statuses_of_four_and_eight_bits_begin_at_the_least_significant_one() throws Exception {
        var four = StatusBits.of(4, packed(new byte[] {0x21, (byte) 0xF3}));
        assertThat(new int[] {four.at(0), four.at(1), four.at(2), four.at(3)}).containsExactly(1, 2, 3, 15);
        var eight = StatusBits.of(8, packed(new byte[] {0, (byte) 0xFF}));
        assertThat(new int[] {eight.at(0), eight.at(1)}).containsExactly(0, 255);
    }

    @Test
    void a_place_behind_the_end_is_none() throws Exception {
        var list = StatusBits.of(1, HexFormat.of().parseHex("78dadbb918000217015d"));
        for (long index : new long[] {16, 1_000_000, Long.MAX_VALUE}) {
            assertUnreadable(list, index, "no place");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 5, 16, -1, 1L << 32 | 1, Long.MAX_VALUE})
    void no_other_width_of_a_status_is_read(long bits) {
        assertThatThrownBy(() -> StatusBits.of(bits, new byte[8]))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("1, 2, 4 or 8");
    }

    @Test
    void what_unpacks_to_more_than_a_list_may_have_is_stopped() throws Exception {
        byte[] bomb = packed(new byte[StatusBits.MOST + 1]);
        assertThat(bomb.length).isLessThan(20_000);
        assertUnreadable(StatusBits.of(1, bomb), 0, "unpacked");
        assertThat(StatusBits.of(1, packed(new byte[StatusBits.MOST])).at(8L * StatusBits.MOST - 1))
                .isZero();
    }

    @Test
    void what_travels_as_more_than_a_list_may_have_is_not_unpacked_at_all() {
        assertThatThrownBy(() -> StatusBits.of(1, new byte[StatusBits.LARGEST + 1]))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("at most");
    }

    @Test
    void a_list_that_was_damaged_or_cut_or_goes_on_says_nothing() throws Exception {
        byte[] whole = packed(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        for (int length = 0; length < whole.length; length++) {
            assertUnreadable(StatusBits.of(8, Arrays.copyOf(whole, length)), 0, "");
        }
        byte[] changed = whole.clone();
        changed[whole.length - 1] ^= 1;
        assertUnreadable(StatusBits.of(8, changed), 0, "damaged");
        assertUnreadable(StatusBits.of(8, Arrays.copyOf(whole, whole.length + 1)), 0, "behind");
    }

    private static int[] statuses(int bits, String hex, int count) throws Exception {
        var list = StatusBits.of(bits, HexFormat.of().parseHex(hex));
        int[] statuses = new int[count];
        for (int index : IntStream.range(0, count).toArray()) {
            statuses[index] = list.at(index);
        }
        return statuses;
    }

    private static byte[] packed(byte[] statuses) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(statuses);
        }
        return out.toByteArray();
    }

    private static void assertUnreadable(StatusBits list, long index, String words) {
        assertThatThrownBy(() -> list.at(index))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining(words);
    }
}
