package io.namesake.cli;

import io.namesake.audit.note.SigningKey;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "new-key",
        description = {
            "Makes a key that signs the audit log of a server with a database of your own.",
            "",
            "The first line is the secret, for NAMESAKE_AUDIT_KEY; the second is the public key, for auditors."
        })
final class AuditNewKeyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--origin",
            required = true,
            paramLabel = "NAME",
            description = "The name of the log, yours alone in the world, such as lines.example.com/audit.")
    private String origin;

    @Override
    public Integer call() {
        try {
            SigningKey key = SigningKey.generate(origin, new SecureRandom());
            spec.commandLine().getOut().println(key.secretText());
            spec.commandLine().getOut().println(key.verifier().text());
            return Exit.OK.code();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--origin: " + e.getMessage());
        }
    }
}
