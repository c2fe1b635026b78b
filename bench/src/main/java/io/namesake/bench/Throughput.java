package io.namesake.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How much of what all cores could do they do, for verifications and, as a control of what the machine
 * itself allows, for the bare networks. Round by round one thread works, then one on each core; by elapsed time, and by the processor time that
 * one piece of work takes of the whole process, collector and compiler included, which other programs on the machine disturb less.
 */
final class Throughput {
    private static final int WARM_UP = 10;
    private static final int EACH = 6;

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Milliseconds for one piece of work. */
    private record Cost(double elapsed, double processor) {}

    private Throughput() {}

    /** Prints the table. */
    static void measure(int rounds, List<String> sizes) throws Exception {
        new Throughput().run(rounds, sizes);
    }

    private void run(int rounds, List<String> sizes) throws Exception {
        Map<String, Runnable> works = new LinkedHashMap<>();
        BareNetworksBenchmark bare = new BareNetworksBenchmark();
        bare.open();
        works.put("bare networks", bare::run);
        for (String size : sizes) {
            VerificationBenchmark verification = new VerificationBenchmark();
            verification.size = size;
            verification.open();
            works.put("verification " + size, verification::verify);
        }
        Map<String, List<Cost>> alone = new LinkedHashMap<>();
        Map<String, List<Cost>> together = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            for (Runnable work : works.values()) {
                run(threads, work, cores, WARM_UP);
            }
            for (int round = 0; round < rounds; round++) {
                for (var work : works.entrySet()) {
                    alone.computeIfAbsent(work.getKey(), name -> new ArrayList<>())
                            .add(run(threads, work.getValue(), 1, EACH));
                    together.computeIfAbsent(work.getKey(), name -> new ArrayList<>())
                            .add(run(threads, work.getValue(), cores, EACH));
                }
            }
        }
        System.out.printf(
                "| work | ms on 1 thread | ms on %d threads | share of %d x one thread, elapsed | processor ms on 1 thread |"
                        + " on %d threads | share by processor time |%n|---|---|---|---|---|---|---|%n",
                cores, cores, cores);
        works.keySet().forEach(name -> print(name, alone.get(name), together.get(name)));
    }

    private static void print(String name, List<Cost> alone, List<Cost> together) {
        double one = Report.median(alone.stream().map(Cost::elapsed).toList());
        double all = Report.median(together.stream().map(Cost::elapsed).toList());
        double oneProcessor = Report.median(alone.stream().map(Cost::processor).toList());
        double allProcessor =
                Report.median(together.stream().map(Cost::processor).toList());
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.2f | %.1f | %.1f | %.2f |%n",
                name,
                one,
                all,
                one / all,
                oneProcessor,
                allProcessor,
                oneProcessor / allProcessor);
    }

    /** Each of so many threads does the work so often. */
    private Cost run(ExecutorService pool, Runnable work, int threads, int times) throws Exception {
        long processor = process.getProcessCpuTime();
        long started = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            running.add(pool.submit(() -> {
                for (int i = 0; i < times; i++) {
                    work.run();
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        return new Cost(
                (System.nanoTime() - started) / 1e6 / times,
                (process.getProcessCpuTime() - processor) / 1e6 / times / threads);
    }
}
