package io.namesake.bench.registry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws the times of each question over the number of lines, as SVG 1.1; both axes are logarithmic. */
record ScalePlot(List<Measured> measured) {
    private static final List<String> COLOURS = List.of("#1769aa", "#b3541e");
    private static final int LEFT = 80;
    private static final int TOP = 50;
    private static final int WIDTH = 620;
    private static final int HEIGHT = 300;
    private static final double LEAST = 10;
    private static final double MOST = 10_000;

    /** One question at one size; times in microseconds. */
    record Measured(String question, long lines, double median, double ninetyNinth) {}

    String draw() {
        List<String> questions =
                measured.stream().map(Measured::question).distinct().toList();
        StringBuilder body = new StringBuilder();
        for (double time = LEAST; time <= MOST; time *= 10) {
            body.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\" class=\"end\">%.2f</text>%n",
                    LEFT,
                    LEFT + WIDTH,
                    y(time),
                    y(time),
                    LEFT - 8,
                    y(time) + 4,
                    time / 1000));
        }
        for (long lines : measured.stream().map(Measured::lines).distinct().toList()) {
            body.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" class=\"middle\">%,d</text>%n",
                    x(lines),
                    TOP + HEIGHT + 22,
                    lines));
        }
        for (int i = 0; i < questions.size(); i++) {
            body.append(curve(questions.get(i), COLOURS.get(i), 30 + 18 * i));
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 440" width="760" height="440" role="img">
                <title>Time of a question over the number of lines</title>
                <style>text { font: 13px system-ui, sans-serif; fill: #333 } .end { text-anchor: end } .middle { text-anchor: middle } path { fill: none; stroke-width: 2 }</style>
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="%d" y="26" style="font-size:17px">Time of a question over the number of lines, ms (dashed: 99th percentile)</text>
                %s<text x="%d" y="%d" class="middle">lines in the registry</text>
                </svg>
                """.formatted(LEFT, body, LEFT + WIDTH / 2, TOP + HEIGHT + 50);
    }

    private String curve(String question, String colour, int nameAt) {
        List<Measured> of = measured.stream()
                .filter(each -> each.question().equals(question))
                .toList();
        String medians =
                of.stream().map(each -> point(each.lines(), each.median())).collect(Collectors.joining(" L "));
        String tails =
                of.stream().map(each -> point(each.lines(), each.ninetyNinth())).collect(Collectors.joining(" L "));
        return String.format(
                Locale.ROOT,
                "<path d=\"M %s\" stroke=\"%s\"/><path d=\"M %s\" stroke=\"%s\" stroke-dasharray=\"5 4\"/>"
                        + "<text x=\"%d\" y=\"%d\" style=\"fill:%s\">%s</text>%n",
                medians,
                colour,
                tails,
                colour,
                LEFT + 12,
                TOP + nameAt,
                colour,
                question);
    }

    private String point(long lines, double time) {
        return String.format(Locale.ROOT, "%.1f %.1f", x(lines), y(time));
    }

    private double x(long lines) {
        double least = Math.log(measured.getFirst().lines());
        double most = Math.log(measured.getLast().lines());
        return LEFT + 40 + (WIDTH - 80) * (most == least ? 0 : (Math.log(lines) - least) / (most - least));
    }

    private static double y(double time) {
        double share = Math.log(Math.clamp(time, LEAST, MOST) / LEAST) / Math.log(MOST / LEAST);
        return TOP + HEIGHT * (1 - share);
    }
}
