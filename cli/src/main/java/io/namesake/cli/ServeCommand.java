package io.namesake.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = {
            "Runs the server alone, configured by environment variables.",
            "",
            "  NAMESAKE_PORT               where it listens (8080)",
            "  NAMESAKE_PUBLIC_URL         the address that people open (http://localhost:PORT)",
            "  NAMESAKE_DATABASE_URL       postgresql://user:password@host:port/database; without it, a PostgreSQL of its own",
            "  NAMESAKE_DATABASE_USER, NAMESAKE_DATABASE_PASSWORD   where they are not in the address",
            "  NAMESAKE_DATA_DIR           where its own PostgreSQL and its keys are kept (./data)",
            "  NAMESAKE_KEYSET             the keys that stored pictures are encrypted with, from 'namesake keys new' (needed with a database of yours)",
            "  NAMESAKE_INDEX_KEYSET       the key by which a person is known again, from 'namesake keys new --index' (likewise)",
            "  NAMESAKE_AUDIT_KEY          the key that signs the audit log, from 'namesake audit new-key --origin NAME' (likewise)",
            "  NAMESAKE_OPERATOR_NAME, NAMESAKE_OPERATOR_API_KEY    the first operator",
            "  NAMESAKE_MODELS_DIR         other models than the shipped ones",
            "  NAMESAKE_CALIBRATION        another calibration than the one beside the models"
        })
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try (Server server = Server.start(Map.of())) {
            spec.commandLine().getOut().println("Namesake is ready at " + server.address());
            spec.commandLine().getOut().flush();
            server.awaitEnd();
        }
        return Exit.OK.code();
    }
}
