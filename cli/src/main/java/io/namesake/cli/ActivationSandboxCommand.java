package io.namesake.cli;

import io.namesake.provisioning.activation.sandbox.ActivationSandbox;
import io.namesake.provisioning.activation.sandbox.ActivationScript;
import io.namesake.standin.ScriptFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "activation-sandbox",
        description = {
            "Plays an operator's activation server (TM Forum TMF640) with the network behind it, for trying things out: it does what it is told, unless a",
            "script says otherwise, and shows what it holds on a page. It listens on this machine only and forgets everything when it ends.",
            "",
            "Without a script it behaves by how a line's number ends: 0503 is twice told that the server is down, 0504 loses an answer, 0202 is done ten",
            "seconds after the answer, 0008 takes eight seconds, 0400 is refused. The form of a script, and what to set so that the server is told:",
            "docs/tmforum.md."
        })
final class ActivationSandboxCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9001",
            description = "Where it listens; 0 for any (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--script", paramLabel = "FILE", description = "How it behaves, as YAML or JSON.")
    private Path script;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "",
            description = "What whoever tells it something must have as a bearer token; none where it is left out.")
    private String token;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        SandboxRun.untilStopped(
                spec,
                port,
                (where, told) -> ActivationSandbox.start(where, script(), token, Clock.systemUTC(), told),
                sandbox -> "The sandbox activation server answers at " + sandbox.url() + "\nWhat it holds: "
                        + sandbox.pageUrl());
        return Exit.OK.code();
    }

    private ActivationScript script() throws IOException {
        return script == null
                ? ActivationScript.shipped()
                : ActivationScript.parse(InputFile.read(spec, "--script", script, ScriptFile.LARGEST));
    }
}
