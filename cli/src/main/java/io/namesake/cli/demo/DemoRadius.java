package io.namesake.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's FreeRADIUS beside the demo, with the configuration of {@code deploy/freeradius} and one account. It listens on loopback
 * alone, and ends with the demo.
 */
public final class DemoRadius implements AutoCloseable {
    private static final String CONFIGURATION = "/io/namesake/cli/demo/freeradius/";
    private static final List<String> FILES = List.of(
            "radiusd.conf",
            "clients.conf",
            "dictionary",
            "refusal",
            "circuits",
            "mods/namesake",
            "mods/operator",
            "policy/namesake",
            "policy/operator",
            "sites/internet");
    private static final List<String> PROGRAMS = List.of("freeradius", "radiusd");
    private static final int FIRST_PORT = 18_120;
    private static final int PORTS = 100;
    private static final int SECRET_BYTES = 18;
    private static final int END_SECONDS = 5;
    private static final String LINE = "ada@demo.example";
    private static final String PASSWORD = "demo";

    private final Process process;
    private final int port;
    private final String secret;
    private final Path log;

    private DemoRadius(Process process, int port, String secret, Path log) {
        this.process = process;
        this.port = port;
        this.secret = secret;
        this.log = log;
    }

    /** Where FreeRADIUS is on this machine; empty when it is not installed. */
    public static Optional<Path> installed() {
        var folders = Stream.concat(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).filter(folder -> !folder.isBlank()),
                Stream.of("/usr/sbin", "/usr/local/sbin"));
        return folders.flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** How to get it. */
    public static String howToInstall() {
        return "FreeRADIUS is not installed here, so the demo runs without it. Debian or Ubuntu:\n"
                + "  sudo apt-get install freeradius freeradius-rest freeradius-utils\n"
                + "(it also starts a server of its own, which you can stop: sudo systemctl disable --now freeradius)";
    }

    /**
     * Starts it.
     *
     * @param program see {@link #installed}
     * @param folder where its configuration and log are written, made anew
     * @param namesake where Namesake listens, on this machine
     * @param token of a RADIUS server of the demo's operator
     * @throws IOException when the files can't be written or the program does not start
     */
    public static DemoRadius start(Path program, Path folder, String namesake, String token, SecureRandom random)
            throws IOException {
        write(folder);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        int port = freePort();
        Path log = folder.resolve("freeradius.log");
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(), "-f", "-l", "stdout", "-n", "radiusd", "-d", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "NAMESAKE_URL",
                        namesake,
                        "NAMESAKE_RADIUS_TOKEN",
                        token,
                        "NAMESAKE_RADIUS_ADDRESS",
                        "127.0.0.1",
                        "NAMESAKE_RADIUS_PORT",
                        Integer.toString(port),
                        "NAMESAKE_RADIUS_SECRET",
                        secret,
                        "NAMESAKE_RADIUS_CONFIG",
                        folder.toString(),
                        "NAMESAKE_RADIUS_RUN",
                        folder.toString(),
                        "NAMESAKE_RADIUS_REMEMBER",
                        "86400"));
        Process process = builder.start();
        // Ctrl-C ends both; where only this process is told to end, it takes the other along.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new DemoRadius(process, port, secret, log);
    }

    /** What to try, once the server is ready. */
    public String whatToTry(String address, String apiKey) {
        return """
                RADIUS          FreeRADIUS on 127.0.0.1:%4$d; its log is %5$s
                  May the line %1$s come up? Rejected until it is verified, accepted afterwards:
                  echo 'User-Name=%1$s,User-Password=%2$s,Message-Authenticator=0x00' | \\
                    radclient -x 127.0.0.1:%4$d auth %3$s
                  Order the line, then open the captureLink of the answer and verify:
                  curl -s %6$s/v1/applications -H 'Authorization: Bearer %7$s' \\
                    -H 'Content-Type: application/json' -d '{"service":"INTERNET","line":"%1$s","locale":"en"}'
                """.formatted(LINE, PASSWORD, secret, port, log, address, apiKey);
    }

    private static void write(Path folder) throws IOException {
        // FreeRADIUS refuses a configuration that others can write; and its secrets are nobody else's.
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        for (String name : FILES) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream content = DemoRadius.class.getResourceAsStream(CONFIGURATION + name)) {
                if (content == null) {
                    throw new IOException("This build has no " + name + " of deploy/freeradius");
                }
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(folder.resolve("users"), LINE + "\tCleartext-Password := \"" + PASSWORD + "\"\n");
    }

    private static int freePort() throws IOException {
        for (int port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) {
            try (DatagramSocket _ = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
                return port;
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("No port from " + FIRST_PORT + " on is free for FreeRADIUS");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
