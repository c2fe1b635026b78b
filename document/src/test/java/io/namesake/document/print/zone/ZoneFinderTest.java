package io.namesake.document.print.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.namesake.document.print.ocr.TextRow;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneFinderTest {

    @Test
    void digits_far_behind_the_fillers_of_a_row_belong_to_it() {
        // As detection parted a passport's rows: a short name, and the last two digits by themselves.
        List<ZoneRows> found = ZoneFinder.find(List.of(
                row(221, 780, 415, 39), row(1069, 785, 113, 24), row(223, 850, 703, 38), row(910, 852, 277, 38)));
        assertThat(found.getFirst().rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.width()).isCloseTo(1187 - 221, within(3.0)));
    }

    @Test
    void what_stands_in_line_with_a_row_but_beyond_any_zone_does_not() {
        List<ZoneRows> found =
                ZoneFinder.find(List.of(row(200, 780, 900, 39), row(200, 850, 900, 39), row(1900, 852, 120, 38)));
        assertThat(found.getFirst().rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.width()).isCloseTo(900, within(3.0)));
    }

    private static TextRow row(double x, double y, double width, double height) {
        return new TextRow(
                new Quad(
                        new Point(x, y),
                        new Point(x + width, y),
                        new Point(x + width, y + height),
                        new Point(x, y + height)),
                0.97);
    }
}
