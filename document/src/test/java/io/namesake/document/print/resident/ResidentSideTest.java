package io.namesake.document.print.resident;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.Sex;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import io.namesake.document.print.resident.ResidentSide.Front;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two looks at one side. */
class ResidentSideTest {
    private static final Point CORNER = new Point(0, 0);
    private static final Quad PLACE = new Quad(CORNER, CORNER, CORNER, CORNER);
    private static final String NUMBER = "110101198907096105";

    @Test
    void a_closer_look_is_filled_from_the_first_one() {
        Front closer = front(NUMBER, Optional.empty(), Optional.of(LocalDate.of(1989, 7, 9)), true, false);
        Front first = front(NUMBER, Optional.of("马超"), Optional.empty(), false, true);
        assertThat(closer.isWhole()).isFalse();
        assertThat(first.isWhole()).isFalse();
        assertThat(closer.filledFrom(first))
                .isEqualTo(front(NUMBER, Optional.of("马超"), Optional.of(LocalDate.of(1989, 7, 9)), true, true))
                .satisfies(both -> assertThat(both.isWhole()).isTrue());
    }

    @Test
    void what_the_closer_look_saw_counts() {
        Front closer = front(NUMBER, Optional.of("高娜"), Optional.empty(), true, false);
        Front first = front(NUMBER, Optional.of("州高娜"), Optional.of(LocalDate.of(1989, 7, 9)), true, false);
        assertThat(closer.filledFrom(first).name()).contains("高娜");
    }

    @Test
    void looks_at_two_numbers_are_not_put_together() {
        Front closer = front(NUMBER, Optional.empty(), Optional.empty(), true, false);
        Front first = front("110101198907096113", Optional.of("马超"), Optional.empty(), true, false);
        assertThat(closer.filledFrom(first)).isEqualTo(closer);
    }

    private static Front front(
            String number, Optional<String> name, Optional<LocalDate> birth, boolean sure, boolean specimen) {
        return new Front(name, Optional.of(Sex.FEMALE), birth, Optional.empty(), number, PLACE, sure, specimen);
    }
}
