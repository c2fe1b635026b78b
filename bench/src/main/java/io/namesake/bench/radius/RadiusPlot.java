package io.namesake.bench.radius;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws what each server reached in each round, side by side, as SVG 1.1. */
record RadiusPlot(Map<String, List<Double>> rates) {
    private static final List<String> COLOURS = List.of("#8a8a8a", "#1769aa", "#b3541e");
    private static final int LEFT = 70;
    private static final int TOP = 90;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 260;
    private static final int STEP = 500;

    String draw() {
        int rounds = rates.values().iterator().next().size();
        double most = Math.ceil(Collections.max(
                                rates.values().stream().flatMap(List::stream).toList())
                        / STEP)
                * STEP;
        StringBuilder body = new StringBuilder();
        for (int rate = 0; rate <= most; rate += STEP) {
            double y = y(rate, most);
            body.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\" class=\"end\">%d</text>%n",
                    LEFT,
                    LEFT + WIDTH,
                    y,
                    y,
                    LEFT - 8,
                    y + 4,
                    rate));
        }
        List<String> names = new ArrayList<>(rates.keySet());
        double group = (double) WIDTH / rounds;
        double bar = group * 0.8 / names.size();
        for (int server = 0; server < names.size(); server++) {
            String colour = COLOURS.get(server % COLOURS.size());
            body.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
                    LEFT,
                    TOP - 52 + 16 * server - 11,
                    colour,
                    LEFT + 20,
                    TOP - 52 + 16 * server,
                    names.get(server).replace('_', ' ')));
            for (int round = 0; round < rounds; round++) {
                double rate = rates.get(names.get(server)).get(round);
                body.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                        LEFT + round * group + group * 0.1 + server * bar,
                        y(rate, most),
                        bar * 0.94,
                        TOP + HEIGHT - y(rate, most),
                        colour));
            }
        }
        for (int round = 0; round < rounds; round++) {
            body.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" class=\"middle\">%d</text>%n",
                    LEFT + (round + 0.5) * group,
                    TOP + HEIGHT + 20,
                    round + 1));
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 740 400" width="740" height="400" role="img">
                <title>Authorisations per second, round by round</title>
                <style>text { font: 13px system-ui, sans-serif; fill: #333 } .end { text-anchor: end } .middle { text-anchor: middle }</style>
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="%d" y="20" style="font-size:17px">Authorisations per second, round by round</text>
                %s<text x="%d" y="%d" class="middle">round; in each, the servers take turns</text>
                </svg>
                """.formatted(LEFT, body, LEFT + WIDTH / 2, TOP + HEIGHT + 42);
    }

    private static double y(double rate, double most) {
        return TOP + HEIGHT * (1 - rate / most);
    }
}
