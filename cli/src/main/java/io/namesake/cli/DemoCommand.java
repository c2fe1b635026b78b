package io.namesake.cli;

import io.namesake.cli.demo.DemoActivation;
import io.namesake.cli.demo.DemoOperator;
import io.namesake.cli.demo.DemoRadius;
import io.namesake.cli.demo.DemoRadiusToken;
import io.namesake.cli.demo.DemoStaff;
import io.namesake.cli.demo.StartSteps;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Starts the whole system on this machine, with its own PostgreSQL and a demo operator.",
            "",
            "Browsers give their camera only to localhost and to https. To try it on a phone, put an https proxy or tunnel"
                    + " before it and name that with --public-url."
        })
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "Where it listens (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where it keeps its data (default: ./data, and ./data-sandbox for a sandbox, where you stand).")
    private Path data;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "The address that people open (default: this machine's localhost).")
    private URI publicUrl;

    @Option(
            names = "--with-radius",
            description = "Starts FreeRADIUS beside it, on this machine alone, and prints what to ask it.")
    private boolean withRadius;

    @Option(
            names = "--with-activation",
            description =
                    "Starts an activation server (TM Forum TMF640) beside it, on this machine alone, with a page that shows the lines it was told of.")
    private boolean withActivation;

    @Option(
            names = "--sandbox",
            description =
                    "A sandbox for engineers: no face is looked at, and made-up applicants come to the outcome that their"
                            + " document's number says (docs/sandbox.md).")
    private boolean sandbox;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 1 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port must lie in 1..65535, not " + port);
        }
        PrintWriter out = spec.commandLine().getOut();
        Path folder = (data == null ? Path.of(sandbox ? "data-sandbox" : "data") : data)
                .toAbsolutePath()
                .normalize();
        Server.requireFree(port, "./namesake demo --port " + (port == 65_535 ? 8081 : port + 1));
        DemoOperator operator = DemoOperator.of(folder, new SecureRandom());
        String address = publicUrl == null ? "http://localhost:" + port : publicUrl.toString();

        Clock clock = Clock.systemUTC();
        Instant started = clock.instant();
        out.println("Starting Namesake; its data is in " + folder);
        out.flush();
        try (DemoActivation activation = withActivation ? DemoActivation.start(clock, new SecureRandom()) : null;
                Server server = start(folder, settings(folder, operator, address, activation), clock, out)) {
            out.printf(
                    Locale.ROOT,
                    "Ready after %.1f s.%n%n",
                    Duration.between(started, clock.instant()).toMillis() / 1000.0);
            try (Closing _ = withRadius ? radius(out, folder, address, operator) : Closing.NOTHING) {
                if (activation != null) {
                    out.println(activation.whatToTry(address, operator.apiKey()));
                }
                if (sandbox) {
                    sandboxHint(out, address, operator);
                }
                welcome(
                        out,
                        address,
                        operator,
                        DemoStaff.wayIn(URI.create("http://127.0.0.1:" + port), operator.apiKey()));
                server.awaitEnd();
            }
        }
        return Exit.OK.code();
    }

    /** What is closed at the end, where there is anything. */
    private interface Closing extends AutoCloseable {
        Closing NOTHING = () -> {};

        @Override
        void close();
    }

    private Closing radius(PrintWriter out, Path folder, String address, DemoOperator operator)
            throws IOException, InterruptedException {
        Optional<Path> program = DemoRadius.installed();
        if (program.isEmpty()) {
            out.println(DemoRadius.howToInstall());
            out.println();
            return Closing.NOTHING;
        }
        String here = "http://127.0.0.1:" + port;
        String token = DemoRadiusToken.make(URI.create(here), operator.apiKey());
        DemoRadius radius =
                DemoRadius.start(program.get(), folder.resolve("freeradius"), here, token, new SecureRandom());
        out.println(radius.whatToTry(address, operator.apiKey()));
        return radius::close;
    }

    private Map<String, Object> settings(
            Path folder, DemoOperator operator, String address, DemoActivation activation) {
        Map<String, Object> settings = new HashMap<>(
                sandbox ? operator.sandboxSettings(folder, port, address) : operator.settings(folder, port, address));
        if (activation != null) {
            settings.putAll(activation.settings(operator));
        }
        return settings;
    }

    private static Server start(Path folder, Map<String, Object> settings, Clock clock, PrintWriter out) {
        // The terminal is for the person who tries it; what the server logs goes to a file, warnings to both.
        System.setProperty("logging.file.name", folder.resolve("namesake.log").toString());
        System.setProperty("logging.threshold.console", "WARN");
        try (StartSteps _ = StartSteps.watch(folder, clock, out)) {
            return Server.start(settings);
        }
    }

    private static void welcome(PrintWriter out, String address, DemoOperator operator, String staff) {
        out.println("""
                Open            %1$s/
                Operator        %1$s/operator
                  sign in with  %2$s
                Staff           %1$s/staff
                  %3$s
                API             %1$s/v3/api-docs

                Try the API:
                  curl -s %1$s/v1/applications -H 'Authorization: Bearer %2$s' \\
                    -H 'Content-Type: application/json' -d '{"service":"MOBILE","line":"+8613800138000","locale":"en"}'

                Ctrl-C stops it.""".formatted(address, operator.apiKey(), staff));
        out.flush();
    }

    private static void sandboxHint(PrintWriter out, String address, DemoOperator operator) {
        out.println("""
                This is a sandbox. Let a made-up applicant open an application's capture link:
                  curl -s %1$s/v1/sandbox/applicants -H 'Authorization: Bearer %2$s' \\
                    -H 'Content-Type: application/json' -d '{"captureLink":"...","documentNumber":"SBX010001"}'
                docs/sandbox.md has the other numbers.
                """.formatted(address, operator.apiKey()));
    }
}
