package io.namesake.face.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.Calibration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreHistogramTest {

    @Test
    void two_histograms_are_brought_into_the_bins_that_cover_both() {
        ScoreHistogram genuine = new ScoreHistogram(2.25, 0.25, List.of(5L, 7L));
        ScoreHistogram impostor = new ScoreHistogram(1.5, 0.25, List.of(90L, 9L, 0L, 1L));
        assertThat(ScoreHistogram.inCommonBins(genuine, impostor))
                .isEqualTo(new Calibration.Distributions(
                        1.5, 0.25, List.of(0L, 0L, 0L, 5L, 7L), List.of(90L, 9L, 0L, 1L, 0L)));
    }

    @Test
    void nothing_is_lost_of_what_was_counted_finely() {
        Histogram fine = new Histogram();
        for (double similarity : new double[] {-1.3, -1.26, 0.1, 0.24, 0.25, 4.9}) {
            fine.add(similarity);
        }
        ScoreHistogram coarse = fine.coarse();
        Calibration.Distributions both = ScoreHistogram.inCommonBins(coarse, coarse);
        assertThat(both.genuine()).isEqualTo(both.impostor());
        assertThat(both.genuine().stream().mapToLong(Long::longValue).sum()).isEqualTo(6);
        assertThat(both.from()).isEqualTo(-1.5);
        assertThat(both.genuine().getFirst()).isEqualTo(2);
    }
}
