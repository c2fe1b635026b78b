package io.namesake.audit.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The independent verifier under {@code tools/}, run as anybody runs it. */
final class PythonVerifier {
    private static final Path TOOL = Path.of("..", "tools", "audit-verify.py");

    private PythonVerifier() {}

    /** What it said and ended with. */
    record Said(int exitCode, String out, String err) {}

    static Said run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3", TOOL.toString()));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new AssertionError(
                    "These tests compare two verifiers and the other one needs python3 (Debian: apt install python3)",
                    e);
        }
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The verifier does not end");
        }
        return new Said(process.exitValue(), out, err);
    }
}
