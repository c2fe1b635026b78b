package io.namesake.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.cli.page.Html;
import io.namesake.face.Calibration;
import io.namesake.face.Comparison;
import io.namesake.face.EstimatedRate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SimilarityPlotTest {

    private static final Pattern AREA = Pattern.compile("<path d=\"M([0-9.,L]+)Z\" fill");

    @Test
    void beyond_the_last_bin_where_no_pair_was_seen_there_is_no_area() {
        // This pair lies far beyond the bins, which end at 1.
        Comparison comparison = new Comparison(
                9.5, 3, 1e-4, 2, 1e-2, new EstimatedRate(1e-4, EstimatedRate.Sense.AT_MOST), true, List.of());
        Html page = new Html("plot", "");
        new SimilarityPlot(comparison, new Calibration.Distributions(0, 0.5, List.of(1L, 9L), List.of(8L, 2L)))
                .write(page);

        List<String> areas =
                AREA.matcher(page.end()).results().map(area -> area.group(1)).toList();
        assertThat(areas).hasSize(2).allSatisfy(area -> {
            List<String[]> corners = Arrays.stream(area.split("L"))
                    .map(corner -> corner.split(","))
                    .toList();
            // It goes straight down to the ground where the last bin ends.
            assertThat(corners.getLast()[0]).isEqualTo(corners.get(corners.size() - 2)[0]);
            assertThat(Double.parseDouble(corners.getLast()[0])).isLessThan(200);
        });
    }
}
