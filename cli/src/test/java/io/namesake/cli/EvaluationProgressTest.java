package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.evaluation.Progress.Phase;
import io.namesake.face.evaluation.Progress.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class EvaluationProgressTest {

    private final StringWriter err = new StringWriter();

    @Test
    void every_pass_says_what_it_counts_and_among_which_pictures() {
        try (EvaluationProgress progress = EvaluationProgress.on(new PrintWriter(err, true))) {
            pass(progress, new Step(Phase.IMAGES, ""), 5);
            pass(progress, new Step(Phase.CROSS_PAIRS, ""), 5);
            pass(progress, new Step(Phase.MOST_ALIKE, ""), 5);
            pass(progress, new Step(Phase.INTERVALS, ""), 19);
            pass(progress, new Step(Phase.CROSS_PAIRS, "group elders"), 3);
            pass(progress, new Step(Phase.FITS, ""), 7);
        }

        assertThat(err.toString().lines())
                .containsExactly(
                        "5 of 5 pictures",
                        "5 of 5 pictures compared with all others",
                        "5 of 5 pictures compared again, for the most alike",
                        "19 of 19 rates with their intervals",
                        "3 of 3 pictures compared with all others (group elders)",
                        "7 of 7 fits on all but some persons");
    }

    private static void pass(EvaluationProgress progress, Step step, int total) {
        for (int done = 1; done <= total; done++) {
            progress.advanced(step, done, total);
        }
    }
}
