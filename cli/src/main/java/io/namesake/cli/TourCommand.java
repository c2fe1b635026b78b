package io.namesake.cli;

import io.namesake.cli.demo.DemoOperator;
import io.namesake.cli.tour.BrokenPromise;
import io.namesake.cli.tour.Tour;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "tour",
        description = {
            "Plays the whole story against a fresh server over its public HTTP API: two people verified, a line in the wrong"
                    + " name, a dispute, notice, grace, limit, appeal, restoration, an end, a transfer, an erasure, a proof.",
            "",
            "The server is made for it, with a clock that can be moved, and is thrown away afterwards. Exit code 0 when every"
                    + " promise was kept, 1 when one was broken."
        })
final class TourCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--show-requests", description = "Print each request and its answer: the API by example.")
    private boolean showRequests;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("namesake-tour");
        try {
            return play(folder, out);
        } finally {
            remove(folder);
        }
    }

    private int play(Path folder, PrintWriter out) throws IOException {
        System.setProperty("logging.file.name", folder.resolve("namesake.log").toString());
        System.setProperty("logging.threshold.console", "ERROR");
        int port = freePort();
        String address = "http://localhost:" + port;
        Map<String, Object> settings =
                new HashMap<>(DemoOperator.of(folder, new SecureRandom()).settings(folder, port, address));
        settings.put("namesake.movable-clock", "true");
        out.println("Starting a fresh server for the tour ...");
        out.flush();
        try (Server _ = Server.start(settings)) {
            int steps = Tour.play(URI.create(address), out, showRequests);
            out.printf("%n%d steps, and every promise was kept.%n", steps);
            return Exit.OK.code();
        } catch (BrokenPromise broken) {
            out.printf("%nA promise was broken: %s%n", broken.getMessage());
            return Exit.REFUSED.code();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
