package io.namesake.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Says what the start is waiting for, once a step has taken two seconds. The steps are seen from outside, by the files that
 * PostgreSQL leaves in its folder, so that the server needs to know nothing of who watches it.
 */
public final class StartSteps implements AutoCloseable {

    /** What a start goes through, in this order. */
    enum Step {
        MAKING_THE_DATABASE("making the database (only at the first start)"),
        STARTING_THE_DATABASE("starting the database"),
        STARTING_THE_SERVER("loading the models and starting the server");

        private final String words;

        Step(String words) {
            this.words = words;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int STATUS_LINE = 7;

    private final Path postgres;
    private final Clock clock;
    private final PrintWriter out;
    private final Thread watcher;
    private Step step;
    private Instant since;
    private boolean announced;

    private StartSteps(Path data, Clock clock, PrintWriter out) {
        postgres = data.resolve("postgres");
        this.clock = clock;
        this.out = out;
        watcher = Thread.ofVirtual().unstarted(this::watch);
    }

    /** Watches a start in this data folder until closed. */
    public static StartSteps watch(Path data, Clock clock, PrintWriter out) {
        StartSteps steps = unwatched(data, clock, out);
        steps.watcher.start();
        return steps;
    }

    static StartSteps unwatched(Path data, Clock clock, PrintWriter out) {
        StartSteps steps = new StartSteps(data, clock, out);
        steps.look();
        return steps;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(100);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void look() {
        Step now = current();
        if (now != step) {
            finish();
            step = now;
            since = clock.instant();
            announced = false;
        } else if (!announced && seconds() >= PATIENCE.toSeconds()) {
            announced = true;
            out.println("  " + step.words + " ...");
            out.flush();
        }
    }

    private void finish() {
        if (announced) {
            out.printf(Locale.ROOT, "  %s: %.1f s%n", step.words, seconds());
            out.flush();
        }
    }

    private Step current() {
        if (!Files.exists(postgres.resolve("PG_VERSION"))) {
            return Step.MAKING_THE_DATABASE;
        }
        try {
            List<String> lines = Files.readAllLines(postgres.resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready")
                    ? Step.STARTING_THE_SERVER
                    : Step.STARTING_THE_DATABASE;
        } catch (IOException notThereYet) {
            return Step.STARTING_THE_DATABASE;
        }
    }

    private double seconds() {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    @Override
    public void close() {
        watcher.interrupt();
        synchronized (this) {
            finish();
        }
    }
}
