package io.namesake.application.transparency;

import static io.namesake.application.transparency.Disclosure.Fate.SHOWN;
import static io.namesake.application.transparency.Disclosure.Fate.SMALL;
import static io.namesake.application.transparency.Disclosure.Fate.WITHHELD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisclosureTest {

    @Test
    void counts_that_are_large_or_nothing_are_shown() {
        assertThat(Disclosure.ofParts(0, 5, 100)).containsOnly(SHOWN);
    }

    @Test
    void a_small_count_takes_another_with_it_so_that_their_sum_does_not_give_it_away() {
        assertThat(Disclosure.ofParts(3, 50, 40)).containsExactly(SMALL, SHOWN, WITHHELD, SHOWN);
    }

    @Test
    void two_small_counts_that_can_only_be_one_and_one_take_a_third_with_them() {
        // 1 + 1 + 50 = 52 leaves nothing to guess: neither can be less.
        assertThat(Disclosure.ofParts(1, 1, 50)).containsExactly(SMALL, SMALL, WITHHELD, SHOWN);
        assertThat(Disclosure.ofParts(4, 4, 50)).containsExactly(SMALL, SMALL, WITHHELD, SHOWN);
        assertThat(Disclosure.ofParts(2, 3, 50)).containsExactly(SMALL, SMALL, SHOWN, SHOWN);
    }

    @Test
    void a_small_count_beside_the_least_that_can_be_withheld_takes_the_sum_with_it() {
        // A withheld count is at least 5, so 1 + 5 = 6 would say all.
        assertThat(Disclosure.ofParts(1, 5)).containsExactly(SMALL, WITHHELD, WITHHELD);
    }

    @Test
    void where_everything_is_small_the_sum_is_shown_only_if_it_says_nothing() {
        assertThat(Disclosure.ofParts(3, 0)).containsExactly(SMALL, SHOWN, SMALL);
        assertThat(Disclosure.ofParts(4, 4)).containsExactly(SMALL, SMALL, WITHHELD);
    }
}
