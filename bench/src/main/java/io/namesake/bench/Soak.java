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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code Soak COUNT SVG}: verifies COUNT times on all cores, with pictures of changing sizes, and draws what the process holds in memory
 * meanwhile. It is a run for a person to look at; the last line it prints says by how much memory grew from the first tenth, when all
 * that is made once has been made, to the end.
 */
public final class Soak {
    private static final List<String> SIZES = List.of("640x480", "1920x1080", "1280x960", "480x640", "2000x1500");
    private static final int SAMPLES = 100;

    private Soak() {}

    /**
     * What was held at one moment.
     *
     * @param verifications done so far
     * @param resident MiB of the whole process, as the kernel counts it (proc(5), VmRSS)
     * @param heap MiB of live objects, right after a collection
     */
    record Sample(int verifications, double resident, double heap) {}

    public static void main(String... arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        int batch = Math.max(1, count / SAMPLES);
        List<byte[][]> pairs = SIZES.stream()
                .map(size -> new byte[][] {Photo.DOCUMENT.jpeg(size), Photo.SELFIE.jpeg(size)})
                .toList();
        List<Sample> samples = new ArrayList<>();
        try (FaceVerifier verifier = FaceVerifier.open();
                ExecutorService pool =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int done = 0; done < count; ) {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < batch; i++) {
                    byte[][] pair = pairs.get((done + i) % pairs.size());
                    running.add(pool.submit(() -> verify(verifier, pair)));
                }
                for (Future<?> verification : running) {
                    verification.get();
                }
                done += batch;
                samples.add(sample(done));
                System.out.println(samples.getLast());
            }
        }
        Path drawing = Path.of(arguments[1]);
        Files.writeString(drawing, MemoryPlot.draw(samples));
        Sample settled = samples.get(samples.size() / 10);
        Sample last = samples.getLast();
        System.out.printf(
                Locale.ROOT,
                "From verification %,d to %,d: resident %.0f to %.0f MiB, live heap %.1f to %.1f MiB%n",
                settled.verifications(),
                last.verifications(),
                settled.resident(),
                last.resident(),
                settled.heap(),
                last.heap());
    }

    private static void verify(FaceVerifier verifier, byte[][] pair) {
        if (!(verifier.verify(pair[0], pair[1]) instanceof Verification.Compared)) {
            throw new IllegalStateException("the sample pictures were not compared");
        }
    }

    private static Sample sample(int done) throws IOException {
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
        double resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
        return new Sample(done, resident, heap);
    }
}
