package io.namesake.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running {@code namesake serve} on its own port, with its own data folder and embedded database. */
final class ServerProcess implements AutoCloseable {

    /** An operator's key, as its own staff would configure it; only ever valid on servers that the tests start. */
    static final String API_KEY = "nsk_e2e0_ThisKeyOpensOnlyTheServersOfTheTests0000";

    private static final Duration START_LIMIT = Duration.ofSeconds(240);
    private static final Path LOGS = Path.of("target", "servers");

    private final Process process;
    private final Path data;
    private final int port;
    private final Path log;

    private ServerProcess(Process process, Path data, int port, Path log) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.log = log;
    }

    /** Lets a machine decide on fields that somebody typed, as a demo does. */
    static final String POLICY_FOR_TYPED = "classpath:io/namesake/decision/policy-demo.yaml";

    /** Starts a server on a data folder, new or left by an earlier server, and returns when it is ready. */
    static ServerProcess start(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        int port = freePort();
        Files.createDirectories(LOGS);
        Path log = LOGS.resolve("server-" + port + ".log").toAbsolutePath();
        ProcessBuilder builder = Distribution.built().command("serve");
        Map<String, String> environment = new HashMap<>(Map.of(
                "NAMESAKE_PORT",
                Integer.toString(port),
                "NAMESAKE_DATA_DIR",
                data.toString(),
                "NAMESAKE_PUBLIC_URL",
                "http://localhost:" + port,
                "NAMESAKE_OUTBOUND_ALLOWEDNETWORKS",
                "127.0.0.0/8,::1/128",
                "NAMESAKE_OPERATOR_NAME",
                "Test operator",
                "NAMESAKE_OPERATOR_API_KEY",
                API_KEY));
        environment.putAll(settings);
        builder.environment().putAll(environment);
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        ServerProcess server = new ServerProcess(process, data, port, log);
        try {
            server.awaitReady();
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    Path data() {
        return data;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process as a power cut would: nothing in it runs any more (SIGKILL). */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server outlived SIGKILL");
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(40, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException("The server did not stop when asked to:\n" + log());
    }

    private void awaitReady() throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(uri("/actuator/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            while (!isUp(client, request)) {
                if (!process.isAlive() || Instant.now().isAfter(limit)) {
                    throw new IllegalStateException("The server did not become ready:\n" + log());
                }
                Thread.sleep(100);
            }
        }
    }

    private static boolean isUp(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
