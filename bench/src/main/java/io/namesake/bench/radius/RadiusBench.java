package io.namesake.bench.radius;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Several RADIUS servers take turns under the same load; medians over the rounds, and the ratio to the first of them. */
public final class RadiusBench {
    private static final int WARM_UP = 10;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** A machine that others use, too, loses an answer now and then; a server that does not work loses more. */
    private static final double MOST_LOST = 0.01;

    /**
     * What one turn measured.
     *
     * @param rate accepted per second
     * @param median of the answer times, in ms
     * @param p99 likewise
     * @param lost the share of requests that were not answered, or not with an acceptance
     */
    private record Turn(double rate, double median, double p99, double lost) {}

    private final String secret;
    private final int lines;
    private final int askers;

    private RadiusBench(String secret, int lines, int askers) {
        this.secret = secret;
        this.lines = lines;
        this.askers = askers;
    }

    /** @param arguments the secret, how many lines, how many ask at a time, rounds, seconds of a turn, then NAME=PORT of each server */
    public static void main(String... arguments) throws Exception {
        var bench = new RadiusBench(arguments[0], Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        int rounds = Integer.parseInt(arguments[3]);
        double seconds = Double.parseDouble(arguments[4]);
        Map<String, Integer> servers = new LinkedHashMap<>();
        for (var server : Arrays.asList(arguments).subList(5, arguments.length)) {
            servers.put(
                    server.substring(0, server.indexOf('=')),
                    Integer.valueOf(server.substring(server.indexOf('=') + 1)));
        }
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        // The first round warms up and does not count: a JVM compiles for a minute under such a load.
        for (int round = 0; round <= rounds; round++) {
            for (var server : servers.entrySet()) {
                var turn = bench.turn(server.getValue(), round == 0 ? WARM_UP * seconds : seconds, round);
                System.err.printf(
                        Locale.ROOT,
                        "round %d, %s: %.0f/s, p99 %.1f ms%n",
                        round,
                        server.getKey(),
                        turn.rate(),
                        turn.p99());
                if (round > 0) {
                    turns.computeIfAbsent(server.getKey(), _ -> new ArrayList<>())
                            .add(turn);
                }
            }
        }
        print(turns);
        var chart = System.getenv("NAMESAKE_BENCH_CHART");
        if (chart != null && !chart.isEmpty()) {
            Map<String, List<Double>> rates = new LinkedHashMap<>();
            turns.forEach((name, measured) ->
                    rates.put(name, measured.stream().map(Turn::rate).toList()));
            Files.writeString(Path.of(chart), new RadiusPlot(rates).draw());
        }
    }

    private static void print(Map<String, List<Turn>> turns) {
        System.out.println(
                "| | per second | of the first, round by round | median ms | p99 ms | lost |\n|---|---|---|---|---|---|");
        var first = turns.values().iterator().next();
        turns.forEach((name, measured) -> {
            // Of the same round, since whatever else the machine does changes from one round to the next.
            var ratios = IntStream.range(0, measured.size())
                    .mapToObj(round ->
                            measured.get(round).rate() / first.get(round).rate())
                    .sorted()
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f x (%.2f to %.2f) | %.2f | %.2f | %.2f %% |%n",
                    name.replace('_', ' '),
                    median(measured.stream().map(Turn::rate).toList()),
                    median(ratios),
                    ratios.getFirst(),
                    ratios.getLast(),
                    median(measured.stream().map(Turn::median).toList()),
                    median(measured.stream().map(Turn::p99).toList()),
                    100 * median(measured.stream().map(Turn::lost).toList()));
        });
    }

    private Turn turn(int port, double seconds, int round) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + (long) (seconds * NANOS_PER_SECOND);
        List<Future<long[]>> running = new ArrayList<>();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(askers)) {
            for (int asker = 0; asker < askers; asker++) {
                long seed = 1_000L * round + asker;
                running.add(threads.submit(() -> times(port, seed, end)));
            }
        }
        double took = (System.nanoTime() - start) / NANOS_PER_SECOND;
        LongStream all = LongStream.empty();
        for (var one : running) {
            all = LongStream.concat(all, Arrays.stream(one.get()));
        }
        long[] answered = all.toArray();
        long[] times = Arrays.stream(answered)
                .filter(time -> time != AccessRequests.NOT_ACCEPTED)
                .sorted()
                .toArray();
        double lost = answered.length == 0 ? 1 : 1 - (double) times.length / answered.length;
        if (times.length == 0 || round > 0 && lost > MOST_LOST) {
            throw new IllegalStateException("Lines that are on were not accepted: " + (answered.length - times.length));
        }
        return new Turn(
                times.length / took,
                times[times.length / 2] / NANOS_PER_MILLI,
                times[times.length * 99 / 100] / NANOS_PER_MILLI,
                lost);
    }

    private long[] times(int port, long seed, long end) throws IOException, GeneralSecurityException {
        LongStream.Builder times = LongStream.builder();
        try (var asker = new AccessRequests(port, secret, seed)) {
            while (System.nanoTime() < end) {
                times.add(asker.ask(lines));
            }
        }
        return times.build().toArray();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
