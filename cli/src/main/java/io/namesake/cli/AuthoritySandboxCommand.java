package io.namesake.cli;

import io.namesake.authority.internal.DetachedJws;
import io.namesake.authority.sandbox.AuthoritySandbox;
import io.namesake.authority.sandbox.SandboxScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "authority-sandbox",
        description = {
            "Plays an identity authority, for trying things out: a small server of its own that answers what a script says. It listens on this",
            "machine only, knows nobody and keeps nothing.",
            "",
            "Without a script a document is confirmed, unless its number begins with MISMATCH, WITHDRAWN, UNKNOWN, LATER (twice no answer), DOWN, SLOW",
            "or BROKEN. The form of a script, and what to set so that the server asks: docs/authority.md."
        })
final class AuthoritySandboxCommand implements Callable<Integer> {
    private static final int LARGEST_SCRIPT = 64 * 1024;
    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9000",
            description = "Where it listens; 0 for any (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--script", paramLabel = "FILE", description = "What it answers, as YAML or JSON.")
    private Path script;

    @Option(names = "--key", paramLabel = "FILE", description = "A private key as JWK that signs the answers.")
    private Path key;

    @Option(
            names = "--client-keys",
            paramLabel = "FILE",
            description = "Public keys as JWK set; a question must be signed by one of them.")
    private Path clientKeys;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port must lie in 0..65535");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (AuthoritySandbox sandbox = AuthoritySandbox.start(
                port,
                script(),
                Optional.ofNullable(key).map(DetachedJws::privateKey),
                Optional.ofNullable(clientKeys).map(DetachedJws::publicKeys),
                told -> {
                    out.println(told);
                    out.flush();
                })) {
            out.println("The sandbox authority answers at " + sandbox.url());
            out.flush();
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        } catch (IOException taken) {
            throw new CommandFailure(Exit.UNAVAILABLE, "Port " + port + " can't be had; choose another with --port.");
        }
        return Exit.OK.code();
    }

    private SandboxScript script() throws IOException {
        return script == null
                ? SandboxScript.shipped()
                : SandboxScript.parse(InputFile.read(spec, "--script", script, LARGEST_SCRIPT));
    }
}
