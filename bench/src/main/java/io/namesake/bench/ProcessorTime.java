package io.namesake.bench;

import io.namesake.face.engine.UnusablePicture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * {@code ProcessorTime [ROUNDS]}: the short benchmark, for a machine that is busy with something else: everything turn by turn in one JVM, by the
 * processor time that it takes. Prints Markdown; {@code scripts/bench --short} runs it.
 */
public final class ProcessorTime {
    private static final List<String> SIZES = List.of("640x480", "1920x1080");

    private static final int TURNS_A_ROUND = 10;

    /** By the role of the networks in it. */
    private static final Map<String, String> STAGES = Map.of(
            "DETECTOR", "detect",
            "LANDMARKS", "landmarks",
            "EMBEDDING", "embed",
            "PRESENTATION_ATTACK", "presentation attack");

    private ProcessorTime() {}

    public static void main(String... arguments) throws Exception {
        int rounds = arguments.length == 0 ? 9 : Integer.parseInt(arguments[0]);
        Report report = new Report(System.out, Runtime.getRuntime().availableProcessors());
        int count = TURNS_A_ROUND * rounds;
        Map<String, TakingTurns.Medians> turns = new LinkedHashMap<>();
        for (String size : SIZES) {
            turns.put(size, new TakingTurns(count).measure(size));
        }
        report.processorTime(count, turns);
        stages(count);
        System.out.println("## All cores");
        System.out.println();
        Throughput.measure(rounds, SIZES);
    }

    private static void stages(int turns) throws UnusablePicture {
        System.out.println("## The stages of the selfie, processor time");
        System.out.println();
        System.out.println("| stage | " + String.join(", ms | ", SIZES) + ", ms | its networks alone, ms |");
        System.out.println("|---|---|---|---|");
        Map<String, StringBuilder> rows = new LinkedHashMap<>();
        for (String size : SIZES) {
            StageBenchmark stages = new StageBenchmark();
            stages.size = size;
            stages.open();
            works(stages)
                    .forEach((name, work) -> rows.computeIfAbsent(name, key -> new StringBuilder("| " + key + " |"))
                            .append(String.format(Locale.ROOT, " %.2f |", new TakingTurns(turns).median(work))));
            stages.close();
        }
        rows.forEach((name, row) -> System.out.println(row
                + (STAGES.containsValue(name) ? String.format(Locale.ROOT, " %.2f |", alone(name, turns)) : " - |")));
        System.out.println();
    }

    private static double alone(String stage, int turns) {
        List<BareNetwork> networks = BareNetwork.descriptors().stream()
                .filter(network -> stage.equals(STAGES.get(network.get("role").asString())))
                .flatMap(network -> BareNetworksBenchmark.ofOnePicture(network).stream())
                .toList();
        try {
            return new TakingTurns(turns)
                    .median(() -> networks.stream().mapToInt(BareNetwork::run).sum());
        } finally {
            networks.forEach(BareNetwork::close);
        }
    }

    private static Map<String, Callable<?>> works(StageBenchmark stages) {
        Map<String, Callable<?>> works = new LinkedHashMap<>();
        works.put("decode", stages::decode);
        works.put("detect", stages::detect);
        works.put("landmarks", stages::landmarks);
        works.put("quality", stages::quality);
        works.put("embed", () -> {
            stages.embed();
            return null;
        });
        works.put("presentation attack", stages::presentationAttack);
        return works;
    }
}
