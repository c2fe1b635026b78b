package io.namesake.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints measured medians as Markdown tables. */
record Report(PrintStream out, int cores) {

    void processorTime(int count, Map<String, TakingTurns.Medians> turns) {
        out.println("## One verification, and ONNX Runtime alone on the same networks: processor time");
        out.println();
        out.println("| photos | verification, ms | bare networks, ms | ratio |");
        out.println("|---|---|---|---|");
        turns.forEach((size, medians) -> print(
                "| %s | %.1f | %.1f | %.2f |",
                size, medians.verification(), medians.bare(), medians.verification() / medians.bare()));
        out.println();
        print("Medians of %d turns each, in one JVM, on one thread.", count);
        out.println();
    }

    void elapsedTime(List<String> sizes, Map<String, List<Double>> single, Map<String, List<Double>> all) {
        out.println("## The same by elapsed time");
        out.println();
        out.println("| photos | threads | verification, ms | bare networks, ms | ratio | verifications a second |");
        out.println("|---|---|---|---|---|---|");
        for (String size : sizes) {
            row(size, 1, single);
        }
        for (String size : sizes) {
            row(size, cores, all);
        }
        out.println();
        out.println("Medians of the rounds' medians; the lowest and the highest round in brackets.");
        for (String size : sizes) {
            // n threads that each take t milliseconds do n / t; at best that is n times what one thread does alone.
            double share = median(single.get(size)) / median(all.get(size));
            print(
                    "Throughput on %d threads at %s: %.2f x what one thread does alone, %.2f of the best that can be.",
                    cores, size, cores * share, share);
        }
        out.println();
    }

    private void row(String size, int threads, Map<String, List<Double>> rounds) {
        double verification = median(rounds.get(size));
        double bare = median(rounds.get("bare"));
        print(
                "| %s | %d | %s | %s | %.2f | %.1f |",
                size,
                threads,
                withRange(rounds.get(size)),
                withRange(rounds.get("bare")),
                verification / bare,
                threads * 1000 / verification);
    }

    void stages(Map<String, Double> medians) {
        out.println("## The stages, one picture, one thread");
        out.println();
        out.println("| stage and photo | ms |");
        out.println("|---|---|");
        medians.forEach((name, median) -> print("| %s | %.2f |", name, median));
        out.println();
    }

    void networks(Map<String, Double> medians) {
        out.println("## The networks, bare, one thread");
        out.println();
        out.println("| network | one picture, ms | two in one run, ms | two in one run / two runs |");
        out.println("|---|---|---|---|");
        medians.forEach((name, one) -> {
            if (name.startsWith("run 1 ")) {
                String network = name.substring(name.lastIndexOf(' ') + 1);
                double two = medians.get("run 2 " + network);
                print("| %s | %.2f | %.2f | %.2f |", network, one, two, two / (2 * one));
            }
        });
        out.println();
    }

    private static String withRange(List<Double> values) {
        double lowest = values.stream().min(Double::compare).orElseThrow();
        double highest = values.stream().max(Double::compare).orElseThrow();
        return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", median(values), lowest, highest);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
