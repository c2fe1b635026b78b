package io.namesake.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartStepsTest {

    /** A clock that stands until it is moved. */
    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final MovableClock clock = new MovableClock();
    private final StringWriter out = new StringWriter();

    @TempDir
    private Path data;

    private StartSteps steps;

    @BeforeEach
    void begin() {
        steps = StartSteps.unwatched(data, clock, new PrintWriter(out));
    }

    @Test
    void a_quick_start_says_nothing() throws IOException {
        pass(Duration.ofMillis(1900));
        databaseIsMade();
        pass(Duration.ofMillis(1900));
        databaseIs("ready");
        pass(Duration.ofMillis(1900));
        steps.close();

        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_step_that_takes_two_seconds_is_told_at_once_and_when_it_ends() throws IOException {
        pass(Duration.ofSeconds(2));
        assertThat(out.toString().lines()).containsExactly("  making the database (only at the first start) ...");

        pass(Duration.ofSeconds(1));
        databaseIsMade();
        pass(Duration.ofSeconds(1));

        assertThat(out.toString().lines())
                .containsExactly(
                        "  making the database (only at the first start) ...",
                        "  making the database (only at the first start): 4.0 s");
    }

    @Test
    void the_steps_after_the_database_are_told_by_its_own_word() throws IOException {
        databaseIsMade();
        databaseIs("starting");
        pass(Duration.ZERO);
        pass(Duration.ofSeconds(3));
        databaseIs("ready");
        pass(Duration.ZERO);
        pass(Duration.ofSeconds(5));
        steps.close();

        assertThat(out.toString().lines())
                .containsExactly(
                        "  starting the database ...",
                        "  starting the database: 3.0 s",
                        "  loading the models and starting the server ...",
                        "  loading the models and starting the server: 5.0 s");
    }

    private void pass(Duration duration) {
        clock.pass(duration);
        steps.look();
    }

    private void databaseIsMade() throws IOException {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "18\n");
    }

    private void databaseIs(String status) throws IOException {
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                "1\n/data\n1700000000\n5432\n/tmp\nlocalhost\n1 2\n" + status + "   \n");
    }
}
