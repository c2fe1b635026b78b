package io.namesake.bench;

import io.namesake.face.FaceVerifier;
import io.namesake.face.Verification;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * {@code Soak COUNT SVG [MINUTES]}: verifies COUNT times on all cores, or as often as there is time for, with pictures of changing sizes, and draws
 * what the process holds in memory meanwhile. It is a run for a person to look at; the last line it prints says by how much memory grew from the first
 * tenth, when all that is made once has been made, to the end. For the native memory to be known, the heap must be all there from the start
 * ({@code -Xms} as {@code -Xmx}, {@code -XX:+AlwaysPreTouch}): it is what the process has beside it.
 */
public final class Soak {
    private static final List<String> SIZES = List.of("640x480", "1920x1080", "1280x960", "480x640", "2000x1500");
    private static final double MEBIBYTE = 1 << 20;
    private static final int MOST_EACH = 100;
    private static final int SAMPLES = 100;

    private Soak() {}

    /**
     * What was held at one moment.
     *
     * @param verifications done so far
     * @param resident MiB of the whole process, as the kernel counts it (proc(5), VmRSS)
     * @param heap MiB of live objects, right after a collection
     * @param committed MiB that the whole heap takes
     */
    record Sample(int verifications, double resident, double heap, double committed) {
        /** MiB outside of the Java heap: the networks, their tensors, code and stacks. */
        double outside() {
            return resident - committed;
        }
    }

    public static void main(String... arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        int batch = Math.clamp(count / SAMPLES, 1, MOST_EACH);
        long end = arguments.length > 2
                ? System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.parseLong(arguments[2]))
                : System.nanoTime() + Long.MAX_VALUE;
        List<byte[][]> pairs = SIZES.stream()
                .map(size -> new byte[][] {Photo.DOCUMENT.jpeg(size), Photo.SELFIE.jpeg(size)})
                .toList();
        List<Sample> samples = new ArrayList<>();
        try (FaceVerifier verifier = FaceVerifier.open();
                ExecutorService pool =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int done = 0; done < count && System.nanoTime() - end < 0; ) {
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
                "From verification %,d to %,d: resident %.0f to %.0f MiB, outside of the Java heap %.0f to %.0f MiB, live objects %.1f to %.1f MiB%n",
                settled.verifications(),
                last.verifications(),
                settled.resident(),
                last.resident(),
                settled.outside(),
                last.outside(),
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
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        double resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
        return new Sample(done, resident, heap.getUsed() / MEBIBYTE, heap.getCommitted() / MEBIBYTE);
    }
}
