package io.namesake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A server for trying things out, as long as its command runs: it says where it listens, and what it was asked. */
final class SandboxRun {
    private static final int LAST_PORT = 65_535;

    private SandboxRun() {}

    /**
     * What a command starts.
     *
     * @param <S> the server
     */
    interface Start<S> {
        /** @param told prints a line */
        S start(int port, Consumer<String> told) throws IOException;
    }

    /**
     * Runs until the process is stopped.
     *
     * @param welcome what is said once it listens
     * @throws ParameterException when the port or a file is none
     * @throws CommandFailure when the port can't be had
     */
    static <S> void untilStopped(CommandSpec spec, int port, Start<S> start, Function<S, String> welcome)
            throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port must lie in 0..65535");
        }
        PrintWriter out = spec.commandLine().getOut();
        Consumer<String> told = line -> {
            out.println(line);
            out.flush();
        };
        try {
            S server = start.start(port, told);
            told.accept(welcome.apply(server));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        } catch (IOException taken) {
            throw new CommandFailure(Exit.UNAVAILABLE, "Port " + port + " can't be had; choose another with --port.");
        }
        // The server ends with the process, which nothing but a signal ends.
        new CountDownLatch(1).await();
    }
}
