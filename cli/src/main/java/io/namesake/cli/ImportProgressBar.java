package io.namesake.cli;

import io.namesake.registry.imports.LineImports.ImportProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far an import is, how fast it is and when it will be done: a bar at a terminal, a line every ten seconds in a log. */
final class ImportProgressBar implements AutoCloseable {

    private static final Duration LINE_EVERY = Duration.ofSeconds(10);
    private static final long STEPS = 1_000;

    private final PrintWriter err;
    private final ProgressBar bar;
    private final long begun = System.nanoTime();
    private long lastLine = begun;
    private ImportProgress first;

    ImportProgressBar(PrintWriter err) {
        this.err = err;
        this.bar = Terminal.current(System.getenv()).interactive() ? open() : null;
    }

    void advanced(ImportProgress now) {
        if (first == null) {
            first = now;
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        String text = String.format(Locale.ROOT, "%,d rows, %,.0f rows/s", now.rows(), rate(now, seconds));
        if (bar != null) {
            bar.stepTo(Math.round(now.done() * STEPS));
            bar.setExtraMessage(text);
        } else if (System.nanoTime() - lastLine >= LINE_EVERY.toNanos()) {
            lastLine = System.nanoTime();
            err.printf(
                    Locale.ROOT, "%s, %.0f %% done, about %.0f s left%n", text, now.done() * 100, left(now, seconds));
        }
    }

    /** The rows before the first report may be an earlier attempt's, and are left out. */
    private double rate(ImportProgress now, double seconds) {
        return now == first ? 0 : (now.rows() - first.rows()) / seconds;
    }

    private double left(ImportProgress now, double seconds) {
        double share = now.done() - first.done();
        return share <= 0 ? 0 : seconds * (1 - now.done()) / share;
    }

    private static ProgressBar open() {
        return new ProgressBarBuilder()
                .setTaskName("lines")
                .setInitialMax(STEPS)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
