package io.namesake.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code Bench REPORT [ROUNDS]}: runs everything and writes a report in Markdown. Under JMH the verification and the bare networks take turns,
 * ROUNDS times (3 when not given), each time in a fresh JVM, so that a machine that is busy for a while does not favour one of them.
 */
public final class Bench {

    private static final List<String> SIZES = List.of("640x480", "1920x1080");

    private static final int TURNS = 100;

    private Bench() {}

    public static void main(String... arguments) throws RunnerException, IOException {
        int rounds = arguments.length == 1 ? 3 : Integer.parseInt(arguments[1]);
        int cores = Runtime.getRuntime().availableProcessors();
        try (PrintStream file = new PrintStream(arguments[0], UTF_8)) {
            Report report = new Report(file, cores);
            Map<String, TakingTurns.Medians> turns = new LinkedHashMap<>();
            for (String size : SIZES) {
                turns.put(size, new TakingTurns(TURNS).measure(size));
                System.out.println(size + " " + turns.get(size));
            }
            report.processorTime(TURNS, turns);
            report.elapsedTime(SIZES, sideBySide(rounds, 1), sideBySide(rounds, cores));
            report.stages(medians(options(StageBenchmark.class, 1, 3)));
            report.networks(medians(options(NetworkBenchmark.class, 1, 3)));
        }
    }

    /** Median milliseconds of each round, by {@code bare} or the size of the photos. */
    private static Map<String, List<Double>> sideBySide(int rounds, int threads) throws RunnerException {
        Map<String, List<Double>> medians = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            add(medians, medians(options(BareNetworksBenchmark.class, threads, 8)), "bare");
            for (String size : SIZES) {
                add(
                        medians,
                        medians(options(VerificationBenchmark.class, threads, 8).param("size", size)),
                        size);
            }
        }
        return medians;
    }

    private static void add(Map<String, List<Double>> medians, Map<String, Double> measured, String name) {
        medians.computeIfAbsent(name, key -> new ArrayList<>())
                .add(measured.values().iterator().next());
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, int threads, int seconds) {
        return new OptionsBuilder()
                .include(benchmark.getName() + ".*")
                .threads(threads)
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(seconds)
                .measurementTime(new TimeValue(1, TimeUnit.SECONDS))
                .jvmArgs(
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true")
                .verbosity(VerboseMode.SILENT);
    }

    /** Median milliseconds of each benchmark, by its method and parameters. */
    private static Map<String, Double> medians(ChainedOptionsBuilder options) throws RunnerException {
        Map<String, Double> medians = new TreeMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            String method = result.getParams().getBenchmark();
            StringBuilder name = new StringBuilder(method.substring(method.lastIndexOf('.') + 1));
            for (String parameter : result.getParams().getParamsKeys()) {
                name.append(' ').append(result.getParams().getParam(parameter));
            }
            double median = result.getPrimaryResult().getStatistics().getPercentile(50);
            medians.put(name.toString(), median);
            System.out.printf(
                    "%s, %d threads: %.2f ms%n", name, result.getParams().getThreads(), median);
        }
        return medians;
    }
}
