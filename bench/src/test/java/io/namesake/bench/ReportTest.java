package io.namesake.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Report report = new Report(new PrintStream(printed, true, UTF_8), 2);

    @Test
    void the_ratio_is_that_of_the_medians_of_the_rounds() {
        Map<String, List<Double>> single =
                Map.of("bare", List.of(40.0, 50.0, 90.0), "640x480", List.of(60.0, 55.0, 99.0));
        Map<String, List<Double>> all = Map.of("bare", List.of(50.0, 50.0), "640x480", List.of(70.0, 80.0));

        report.elapsedTime(List.of("640x480"), single, all);

        assertThat(printed.toString(UTF_8))
                .contains("| 640x480 | 1 | 60.0 (55.0 to 99.0) | 50.0 (40.0 to 90.0) | 1.20 | 16.7 |")
                .contains("| 640x480 | 2 | 75.0 (70.0 to 80.0) | 50.0 (50.0 to 50.0) | 1.50 | 26.7 |");
    }

    @Test
    void two_pictures_in_one_run_are_set_against_two_runs() {
        report.networks(Map.of("run 1 net", 4.0, "run 2 net", 6.0));

        assertThat(printed.toString(UTF_8)).contains("| net | 4.00 | 6.00 | 0.75 |");
    }
}
