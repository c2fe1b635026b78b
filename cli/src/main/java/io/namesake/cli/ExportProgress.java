package io.namesake.cli;

import io.namesake.audit.AuditExport;
import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far an export is: a bar for a person at a terminal, a line every ten seconds in a log. */
final class ExportProgress implements AuditExport.Progress, AutoCloseable {

    private static final Duration LINE_EVERY = Duration.ofSeconds(10);

    private final PrintWriter err;
    private final boolean bar;
    private ProgressBar shown;
    private long lastLine = System.nanoTime();

    private ExportProgress(PrintWriter err, boolean bar) {
        this.err = err;
        this.bar = bar;
    }

    static ExportProgress on(PrintWriter err) {
        return new ExportProgress(err, Terminal.current(System.getenv()).interactive());
    }

    @Override
    public void written(long entries, long all) {
        if (bar) {
            if (shown == null) {
                shown = new ProgressBarBuilder()
                        .setTaskName("entries")
                        .setInitialMax(all)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .build();
            }
            shown.stepTo(entries);
        } else if (System.nanoTime() - lastLine >= LINE_EVERY.toNanos()) {
            lastLine = System.nanoTime();
            err.println(entries + " of " + all + " entries");
        }
    }

    @Override
    public void close() {
        if (shown != null) {
            shown.close();
        }
    }
}
