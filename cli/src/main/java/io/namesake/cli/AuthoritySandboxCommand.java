package io.namesake.cli;

import io.namesake.authority.internal.DetachedJws;
import io.namesake.authority.sandbox.AuthoritySandbox;
import io.namesake.authority.sandbox.SandboxScript;
import io.namesake.standin.ScriptFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
        SandboxRun.untilStopped(
                spec,
                port,
                (where, told) -> AuthoritySandbox.start(
                        where,
                        script(),
                        Optional.ofNullable(key).map(DetachedJws::privateKey),
                        Optional.ofNullable(clientKeys).map(DetachedJws::publicKeys),
                        told),
                sandbox -> "The sandbox authority answers at " + sandbox.url());
        return Exit.OK.code();
    }

    private SandboxScript script() throws IOException {
        return script == null
                ? SandboxScript.shipped()
                : SandboxScript.parse(InputFile.read(spec, "--script", script, ScriptFile.LARGEST));
    }
}
