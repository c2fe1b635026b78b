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
            whileRunning = verifyAudit(data, 0).out();
        }
        Finished afterwards = verifyAudit(data, 0);
        assertThat(afterwards.out()).isEqualTo(whileRunning).contains("entries").containsPattern("[0-9a-f]{64}");

        try (ServerProcess server = ServerProcess.start(data, Map.of());
                ServerDatabase database = ServerDatabase.of(data)) {
            assertThat(server.log()).isNotNull();
            database.tamperWithAuditEntry(2);
            assertThat(verifyAudit(data, 1).out()).contains("broken at entry 2");
        }
    }

    private Finished verifyAudit(Path data, int exitCode) throws Exception {
        Finished run = Distribution.built().run(folder, "audit", "verify", "--data", data.toString());
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        assertThat(run.err()).isEmpty();
        return run;
    }
}
