package io.namesake.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Debian's FreeRADIUS on loopback, with a configuration of its own, and never the system's service. */
final class FreeRadius implements AutoCloseable {
    private final Process process;
    private final Path log;

    private FreeRadius(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** What radclient printed, and how it ended. */
    record Asked(int exitCode, String printed) {
        boolean accepted() {
            return printed.contains("Received Access-Accept");
        }

        boolean rejected() {
            return printed.contains("Received Access-Reject");
        }
    }

    static boolean isInstalled() {
        return Stream.of("freeradius", "radclient")
                .allMatch(name -> programs(name).findFirst().isPresent());
    }

    /** The system's own folders count too, which are not on everybody's path. */
    private static Stream<Path> programs(String name) {
        return Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }

    private static String program(String name) {
        return programs(name).findFirst().orElseThrow().toString();
    }

    /** Starts it on a copy of a configuration, which only its owner may write, and returns when it is ready. */
    static FreeRadius start(Path configuration, Path copy, Map<String, String> files, Map<String, String> environment)
            throws IOException {
        copy(configuration, copy);
        for (var file : files.entrySet()) {
            Files.writeString(copy.resolve(file.getKey()), file.getValue());
        }
        Path log = copy.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                        program("freeradius"), "-f", "-l", "stdout", "-n", "radiusd", "-d", copy.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        FreeRadius started = new FreeRadius(builder.start(), log);
        try {
            Awaitility.await("FreeRADIUS")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !started.process.isAlive() || started.log().contains("Ready to process requests"));
            if (!started.process.isAlive()) {
                throw new IllegalStateException("FreeRADIUS did not start:\n" + started.log());
            }
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Speaks to a server as an access server does. @param kind auth or acct */
    static Asked ask(int port, String kind, String secret, String attributes) {
        try {
            Process radclient = new ProcessBuilder(
                            program("radclient"),
                            "-x",
                            "-r",
                            "1",
                            "-t",
                            kind.equals("acct") ? "1" : "20",
                            "127.0.0.1:" + port,
                            kind,
                            secret)
                    .redirectErrorStream(true)
                    .start();
            radclient.getOutputStream().write(attributes.getBytes(StandardCharsets.UTF_8));
            radclient.getOutputStream().close();
            String printed = new String(radclient.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Asked(radclient.waitFor(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
                // FreeRADIUS refuses what others can write.
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
