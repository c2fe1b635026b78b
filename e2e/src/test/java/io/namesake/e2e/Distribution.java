package io.namesake.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the build made for users to run: {@code cli/target/namesake/lib}.
 *
 * @param lib its folder of jars
 */
record Distribution(Path lib) {

    /**
     * A finished run of the command.
     *
     * @param exitCode what the process ended with
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    record Finished(int exitCode, String out, String err) {}

    static Distribution built() {
        Path lib = Path.of("../cli/target/namesake/lib").toAbsolutePath().normalize();
        if (!Files.isDirectory(lib)) {
            throw new IllegalStateException("There is no distribution in " + lib + "; build the cli module first");
        }
        return new Distribution(lib);
    }

    /** The namesake command, not yet started, on the JDK that runs the tests. */
    ProcessBuilder command(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // As the launcher does for whatever runs a short time only.
                "-XX:TieredStopAtLevel=" + (arguments[0].equals("evaluate") ? 4 : 1),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                lib + "/*",
                "io.namesake.cli.Namesake"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        // A developer's own settings must not reach the tests.
        builder.environment().keySet().removeIf(name -> name.startsWith("NAMESAKE_"));
        return builder;
    }

    /** Runs the command to its end. */
    Finished run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "stdout", ".txt");
        Path err = Files.createTempFile(folder, "stderr", ".txt");
        Process process = command(arguments)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("The command did not end: " + String.join(" ", arguments));
        }
        return new Finished(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
