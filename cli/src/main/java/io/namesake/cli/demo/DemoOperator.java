package io.namesake.cli.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo's operator, made at the first start and kept in {@code demo.json}, which only its owner can read.
 *
 * @param operator its name
 * @param apiKey what it signs in with, {@code nsk_<id>_<secret>}
 */
public record DemoOperator(String operator, String apiKey) {

    private static final String FILE = "demo.json";
    private static final int SECRET_BYTES = 32;

    /**
     * Reads the operator of a data folder, or makes one.
     *
     * @param data the data folder, made when missing
     * @param random where the key comes from
     * @throws IOException when the file can't be read or written, or is none of ours
     */
    public static DemoOperator of(Path data, SecureRandom random) throws IOException {
        Files.createDirectories(data);
        Path file = data.resolve(FILE);
        if (Files.exists(file)) {
            return read(file);
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        DemoOperator made = new DemoOperator(
                "Demo operator",
                "nsk_demo_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        made.write(file);
        return made;
    }

    /**
     * How the server is to run for this operator.
     *
     * @param data its data folder
     * @param port where it listens
     * @param publicUrl the address that people open
     */
    public Map<String, Object> settings(Path data, int port, String publicUrl) {
        return Map.of(
                "namesake.demo",
                "true",
                // Whoever tries it makes a specimen of their own.
                "namesake.documents.specimens",
                "true",
                "namesake.data-dir",
                data.toString(),
                "namesake.port",
                port,
                // Whoever tries webhooks listens on this machine.
                "namesake.outbound.allowed-networks",
                "127.0.0.0/8,::1/128",
                "namesake.public-url",
                publicUrl,
                "namesake.operator.name",
                operator,
                "namesake.operator.api-key",
                apiKey);
    }

    /** The same for a sandbox, which decides by the policies of a real server and not by the demo's own. */
    public Map<String, Object> sandboxSettings(Path data, int port, String publicUrl) {
        Map<String, Object> settings = new HashMap<>(settings(data, port, publicUrl));
        settings.put("namesake.sandbox.enabled", "true");
        settings.put("namesake.policy", "classpath:io/namesake/decision/policy.yaml");
        settings.put("namesake.challenge", "REQUIRED");
        return Map.copyOf(settings);
    }

    private static DemoOperator read(Path file) throws IOException {
        try {
            DemoOperator kept = JsonMapper.shared().readValue(file.toFile(), DemoOperator.class);
            if (kept.operator() != null && kept.apiKey() != null) {
                return kept;
            }
        } catch (JacksonException e) {
            throw new IOException(file + " is damaged; remove it, and the next start makes a new key", e);
        }
        throw new IOException(file + " is damaged; remove it, and the next start makes a new key");
    }

    private void write(Path file) throws IOException {
        // Made with its permissions, so that there is no moment in which others could read it.
        FileAttribute<?>[] onlyOwner =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(file, options, onlyOwner))) {
            out.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        }
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
        return "DemoOperator[" + operator + "]";
    }
}
