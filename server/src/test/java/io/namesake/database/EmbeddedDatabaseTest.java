package io.namesake.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path data;

    @Test
    void what_was_written_is_there_after_a_restart() throws Exception {
        try (var first = EmbeddedDatabase.start(data)) {
            execute(first, "create table kept (word text)");
            execute(first, "insert into kept values ('still here')");
        }
        try (var second = EmbeddedDatabase.start(data)) {
            assertThat(read(second, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void a_postmaster_left_behind_by_a_killed_server_is_stopped_and_nothing_is_lost() throws Exception {
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerToKill.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = killed.inputReader()) {
            assertThat(output.lines().anyMatch(ServerToKill.READY::equals)).isTrue();
        } finally {
            killed.destroyForcibly().waitFor();
        }
        var orphan = Long.parseLong(Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .getFirst());
        assertThat(ProcessHandle.of(orphan))
                .as("PostgreSQL outlives the server")
                .isPresent();

        try (var database = EmbeddedDatabase.start(data)) {
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(read(database, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void commits_are_flushed_to_disk() throws Exception {
        try (var database = EmbeddedDatabase.start(data)) {
            assertThat(read(database, "show fsync")).isEqualTo("on");
            assertThat(read(database, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void it_takes_an_eighth_of_the_machines_memory_within_limits() throws Exception {
        assertThat(EmbeddedDatabase.sharedMebibytes(8L << 30)).isEqualTo(1024);
        assertThat(EmbeddedDatabase.sharedMebibytes(512L << 20)).isEqualTo(128);
        assertThat(EmbeddedDatabase.sharedMebibytes(256L << 30)).isEqualTo(2048);
        try (var database = EmbeddedDatabase.start(data)) {
            assertThat(read(
                            database,
                            "select setting::bigint * 8 / 1024 from pg_settings where name = 'shared_buffers'"))
                    .asLong()
                    .isBetween(128L, 2048L);
        }
    }

    @Test
    void a_second_server_on_the_same_directory_is_turned_away_and_the_first_goes_on() throws Exception {
        try (var first = EmbeddedDatabase.start(data)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another Namesake works in");
            assertThat(read(first, "select 'alive'")).isEqualTo("alive");
        }
    }

    static void execute(EmbeddedDatabase database, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(EmbeddedDatabase database, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
