package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.e2e.Distribution.Finished;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code namesake audit verify}, with the server running and without it. */
class AuditIT {

    @TempDir
    private Path folder;

    @Test
    void the_audit_log_is_verified_while_the_server_runs_and_after_and_tampering_is_found() throws Exception {
        Path data = folder.resolve("data");
        String whileRunning;
        try (ServerProcess server = ServerProcess.start(data, Map.of())) {
            Application.open(server, "+8613800138031").consent();
            whileRunning = verifyAudit(0, "--data", data.toString()).out();
            String address = "postgresql://postgres@localhost:" + ServerDatabase.port(data) + "/postgres";
            assertThat(verifyAudit(0, "--database-url", address).out()).isEqualTo(whileRunning);
        }
        Finished afterwards = verifyAudit(0, "--data", data.toString());
        assertThat(afterwards.out()).isEqualTo(whileRunning).contains("entries").containsPattern("[0-9a-f]{64}");

        try (ServerProcess _ = ServerProcess.start(data, Map.of());
                ServerDatabase database = ServerDatabase.of(data)) {
            database.tamperWithAuditEntry(2);
            assertThat(verifyAudit(1, "--data", data.toString()).out()).contains("broken at entry 2");
        }
    }

    private Finished verifyAudit(int exitCode, String option, String value) throws Exception {
        Finished run = Distribution.built().run(folder, "audit", "verify", option, value);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        assertThat(run.err()).isEmpty();
        return run;
    }
}
