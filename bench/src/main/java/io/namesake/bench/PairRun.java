package io.namesake.bench;

import io.namesake.face.FaceVerifier;
import io.namesake.face.Verification;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code PairRun PAIRS IMAGES COUNT OUT}: Namesake's part of {@code scripts/peers}. Verifies COUNT of the pairs one after the other on one
 * thread and writes what {@code bench/peers/pairs.mjs} writes of the others, so that both are put into one table.
 */
public final class PairRun {
    private static final int WARM_UP = 3;

    private PairRun() {}

    record Pair(Path one, Path other, boolean samePerson) {}

    public static void main(String... arguments) throws IOException {
        Path images = Path.of(arguments[1]);
        List<Pair> pairs = pairs(Files.readAllLines(Path.of(arguments[0])), images, Integer.parseInt(arguments[2]));
        var processor = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<String> scores = new ArrayList<>();
        double threshold = Double.NaN;
        try (FaceVerifier verifier = FaceVerifier.open()) {
            for (Pair pair : pairs.subList(0, WARM_UP)) {
                verify(verifier, pair);
            }
            for (Pair pair : pairs) {
                long used = processor.getProcessCpuTime();
                long started = System.nanoTime();
                Verification answer = verify(verifier, pair);
                double millis = (System.nanoTime() - started) / 1e6;
                double cpuMillis = (processor.getProcessCpuTime() - used) / 1e6;
                String score = "null";
                if (answer instanceof Verification.Compared compared) {
                    score = Double.toString(compared.comparison().similarity());
                    threshold = compared.comparison().threshold();
                }
                scores.add(String.format(
                        Locale.ROOT,
                        "{\"same\":%s,\"score\":%s,\"millis\":%.3f,\"cpuMillis\":%.3f}",
                        pair.samePerson(),
                        score,
                        millis,
                        cpuMillis));
            }
            Files.writeString(
                    Path.of(arguments[3]),
                    String.format(
                            Locale.ROOT,
                            "{\"name\":\"Namesake\",\"version\":\"%s\",\"threshold\":%s,\"peakMebibytes\":%.1f,\"scores\":[%s]}",
                            verifier.modelName(),
                            threshold,
                            peakMebibytes(),
                            String.join(",", scores)));
        }
    }

    private static Verification verify(FaceVerifier verifier, Pair pair) throws IOException {
        return verifier.verify(Files.readAllBytes(pair.one()), Files.readAllBytes(pair.other()));
    }

    /** Every n-th line, as {@code bench/peers/pairs.mjs} takes them. */
    static List<Pair> pairs(List<String> lines, Path images, int count) {
        int step = Math.max(1, (lines.size() - 1) / count);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < lines.size() && pairs.size() < count; i += step) {
            String[] cells = lines.get(i).split(",");
            pairs.add(new Pair(images.resolve(cells[0]), images.resolve(cells[1]), cells[2].equals("true")));
        }
        return pairs;
    }

    /** The most that the process ever held in memory, as the kernel counts it (proc(5), VmHWM). */
    private static double peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }
}
