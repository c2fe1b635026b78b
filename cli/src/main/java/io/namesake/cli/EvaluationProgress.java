package io.namesake.cli;

import io.namesake.face.evaluation.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far an evaluation is: a bar for a person at a terminal, a line every ten seconds in a log. */
final class EvaluationProgress implements Progress, AutoCloseable {

    private static final Duration LINE_EVERY = Duration.ofSeconds(10);
    private static final Map<Phase, String> NAMES = Map.of(
            Phase.IMAGES, "pictures",
            Phase.CROSS_PAIRS, "pictures compared with all others",
            Phase.MOST_ALIKE, "pictures compared again, for the most alike",
            Phase.INTERVALS, "rates with their intervals",
            Phase.FITS, "fits on all but some persons");

    private final PrintWriter err;
    private final boolean bar;
    private Step step;
    private ProgressBar shown;
    private long lastLine;

    private EvaluationProgress(PrintWriter err, boolean bar) {
        this.err = err;
        this.bar = bar;
    }

    static EvaluationProgress on(PrintWriter err) {
        return new EvaluationProgress(err, Terminal.current(System.getenv()).interactive());
    }

    @Override
    public void advanced(Step now, int done, int total) {
        if (!now.equals(step)) {
            close();
            step = now;
            lastLine = System.nanoTime();
            shown = bar ? open(name(now), total) : null;
        }
        if (shown != null) {
            shown.stepTo(done);
        } else if (done == total || System.nanoTime() - lastLine >= LINE_EVERY.toNanos()) {
            lastLine = System.nanoTime();
            err.println(done + " of " + total + " " + name(now));
        }
    }

    private static String name(Step step) {
        return NAMES.get(step.phase()) + (step.among().isEmpty() ? "" : " (" + step.among() + ")");
    }

    private static ProgressBar open(String name, int total) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    @Override
    public void close() {
        if (shown != null) {
            shown.close();
            shown = null;
        }
    }
}
