package io.namesake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryPlotTest {

    @Test
    void a_line_that_stays_level_is_drawn_level_and_the_last_point_lies_at_the_right_edge() {
        String svg = MemoryPlot.draw(List.of(new Soak.Sample(50, 400, 20, 250), new Soak.Sample(100, 400, 20, 250)));

        assertThat(svg)
                .contains("Memory over 100 verifications")
                .contains("<path d=\"M 420.0 40.0 L 770.0 40.0\"")
                .contains("<path d=\"M 420.0 227.5 L 770.0 227.5\"")
                .contains("<path d=\"M 420.0 325.0 L 770.0 325.0\"");
    }
}
