package io.namesake.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Draws the memory of a {@link Soak} over its verifications, as SVG 1.1. */
final class MemoryPlot {
    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final int WIDTH = 700;
    private static final int HEIGHT = 300;
    private static final int LINES = 5;

    private final double most;
    private final int last;

    private MemoryPlot(List<Soak.Sample> samples) {
        double peak = samples.stream().mapToDouble(Soak.Sample::resident).max().orElse(1);
        most = Math.ceil(peak / 100) * 100;
        last = samples.getLast().verifications();
    }

    /** @param samples one or more, in order */
    static String draw(List<Soak.Sample> samples) {
        MemoryPlot plot = new MemoryPlot(samples);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 840 400" width="840" height="400" role="img">
                <title>Memory over %,d verifications</title>
                <style>text { font: 13px system-ui, sans-serif; fill: #333 } .end { text-anchor: end } .middle { text-anchor: middle } path { fill: none; stroke-width: 2 }</style>
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="%d" y="24" style="font-size:17px">Memory over %,d verifications, MiB</text>
                %s%s%s%s<text x="%d" y="%d" class="middle">verifications</text>
                </svg>
                """.formatted(
                        plot.last,
                        LEFT,
                        plot.last,
                        plot.grid(),
                        plot.line(samples, Soak.Sample::resident, "#1769aa", "whole process (resident)"),
                        plot.line(samples, Soak.Sample::outside, "#3c7d3c", "outside of the Java heap (native)"),
                        plot.line(samples, Soak.Sample::heap, "#b3541e", "live Java objects"),
                        LEFT + WIDTH / 2,
                        TOP + HEIGHT + 45);
    }

    private String grid() {
        StringBuilder grid = new StringBuilder();
        for (int i = 0; i <= LINES; i++) {
            double y = TOP + HEIGHT - (double) HEIGHT * i / LINES;
            double x = LEFT + (double) WIDTH * i / LINES;
            grid.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\" class=\"end\">%.0f</text>"
                            + "<text x=\"%.1f\" y=\"%d\" class=\"middle\">%,d</text>%n",
                    LEFT,
                    LEFT + WIDTH,
                    y,
                    y,
                    LEFT - 8,
                    y + 4,
                    most * i / LINES,
                    x,
                    TOP + HEIGHT + 20,
                    (long) last * i / LINES));
        }
        return grid.toString();
    }

    private String line(List<Soak.Sample> samples, ToDoubleFunction<Soak.Sample> value, String colour, String name) {
        String points = samples.stream()
                .map(sample -> String.format(
                        Locale.ROOT,
                        "%.1f %.1f",
                        LEFT + (double) WIDTH * sample.verifications() / last,
                        TOP + HEIGHT * (1 - value.applyAsDouble(sample) / most)))
                .collect(Collectors.joining(" L "));
        double end = TOP + HEIGHT * (1 - value.applyAsDouble(samples.getLast()) / most);
        return String.format(
                Locale.ROOT,
                "<path d=\"M %s\" stroke=\"%s\"/><text x=\"%d\" y=\"%.1f\" class=\"end\" style=\"fill:%s\">%s</text>%n",
                points,
                colour,
                LEFT + WIDTH,
                end - 8,
                colour,
                name);
    }
}
