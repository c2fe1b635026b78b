package io.namesake.face.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldPairsTest {
    private static final long GIGABYTE = 1L << 30;

    @Test
    void the_highest_similarity_comes_first_whatever_its_sign_and_takes_its_numbers_along() {
        Random random = new Random(3);
        List<Float> scores = IntStream.range(0, 500)
                .mapToObj(i -> i % 50 == 0 ? 0f : (float) random.nextGaussian())
                .toList();
        HeldPairs pairs = new HeldPairs(scores.size());
        for (int i = 0; i < scores.size(); i++) {
            pairs.add(scores.get(i), i, -i);
        }

        HeldPairs sorted = pairs.sorted();

        assertThat(IntStream.range(0, sorted.size()).mapToObj(sorted::score))
                .containsExactlyElementsOf(
                        scores.stream().sorted(Comparator.reverseOrder()).toList());
        for (int i = 0; i < sorted.size(); i++) {
            assertThat(scores.get(sorted.a(i))).isEqualTo(sorted.score(i));
            assertThat(sorted.b(i)).isEqualTo(-sorted.a(i));
        }
    }

    @Test
    void what_does_not_fit_into_half_of_the_memory_is_refused_with_what_to_do() {
        assertThatCode(() -> HeldPairs.requireRoom(300_000, 12_000_000, GIGABYTE / 2))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeldPairs.requireRoom(20_000_000, 800_000_000, GIGABYTE))
                .withMessageContaining("of 800,000,000 pairs of different persons the 20,000,000 most alike")
                .withMessageContaining("room for 16,777,216")
                .withMessageContaining("Take fewer pictures, or give Java more memory (-Xmx)");
    }

    @Test
    void more_than_an_array_can_hold_is_refused_however_much_memory_there_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeldPairs.requireRoom(3_000_000_000L, 120_000_000_000L, Long.MAX_VALUE))
                .withMessageContaining("room for 2,147,483,639");
    }
}
