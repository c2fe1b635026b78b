package io.namesake.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.evaluation.Rate;
import io.namesake.face.evaluation.attacks.AttackReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttackFilesTest {

    @Test
    void a_line_holds_one_error_of_one_species_at_all_thresholds_with_what_was_counted() {
        AttackReport report = new AttackReport(
                "fusion",
                "some pictures",
                List.of(point("own threshold", 0, 1), point("BPCER 5 %", 0.26, 3)),
                List.of());
        assertThat(AttackFiles.text(List.of(report)).lines().filter(line -> !line.isEmpty()))
                .containsExactly(
                        "fusion (fitted on: some pictures), percent",
                        "  at                                            own threshold       BPCER 5 %",
                        "  threshold, log-odds                           0.000               0.260",
                        "  BPCER people                                  10.0 (1.8-40.4)     30.0 (10.8-60.3)    10 pictures, 7 persons",
                        "  APCER made-cut-out-on-another                 10.0 (1.8-40.4)     30.0 (10.8-60.3)    10 pictures, 7 persons",
                        "  IAPAR made-cut-out-on-another                 10.0 (1.8-40.4)     30.0 (10.8-60.3)    10 pictures, 7 persons");
    }

    private static AttackReport.Point point(String name, double threshold, long errors) {
        return new AttackReport.Point(
                name,
                threshold,
                List.of(row("people", errors)),
                List.of(row("made-cut-out-on-another", errors)),
                List.of(row("made-cut-out-on-another", errors)));
    }

    private static AttackReport.Row row(String name, long errors) {
        return new AttackReport.Row(name, 10, 7, errors, Rate.wilson(errors, 10));
    }
}
