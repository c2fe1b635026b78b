package io.namesake.cli.report;

import io.namesake.face.evaluation.attacks.AttackReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/**
 * The trade-off between both errors of presentation-attack detection, one curve per attack species, axes scaled by the normal deviate
 * (ISO/IEC 30107-3:2023, 13.5).
 */
record AttackPlot(AttackReport report) {
    private static final double[] TICKS = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95};
    private static final double LEFT = 90;
    private static final double RIGHT = 610;
    private static final double TOP = 70;
    private static final double BOTTOM = 560;
    /** After Okabe and Ito, whose colours people who see few colours can tell apart; further species repeat them dashed. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

    void write(Writer out) throws IOException {
        try (Svg svg = new Svg(out, 900, 630, "Presentation attacks: " + report.judge())) {
            svg.text(LEFT, 34, "title", "Presentation attacks: " + report.judge());
            axes(svg);
            for (int i = 0; i < report.curves().size(); i++) {
                curve(svg, report.curves().get(i), i);
            }
        } catch (XMLStreamException e) {
            throw new IOException("The plot could not be written", e);
        }
    }

    private void axes(Svg svg) throws XMLStreamException {
        for (double tick : TICKS) {
            svg.line(x(tick), TOP, x(tick), BOTTOM, "grid");
            svg.text(x(tick), BOTTOM + 20, "tick middle", DetPlot.percent(tick));
            svg.line(LEFT, y(tick), RIGHT, y(tick), "grid");
            svg.text(LEFT - 8, y(tick) + 4, "tick end", DetPlot.percent(tick));
        }
        svg.frame(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
        svg.text((LEFT + RIGHT) / 2, BOTTOM + 48, "axis middle", "Living people suspected (BPCER), worst data set");
        svg.textUpwards(26, (TOP + BOTTOM) / 2, "axis middle", "Attacks not suspected (APCER)");
    }

    private void curve(Svg svg, AttackReport.Curve curve, int i) throws XMLStreamException {
        String colour = COLOURS.get(i % COLOURS.size());
        StringBuilder path = new StringBuilder();
        for (AttackReport.Errors errors : curve.errors()) {
            path.append(path.isEmpty() ? "M" : " L")
                    .append(String.format(Locale.ROOT, "%.1f,%.1f", x(errors.bpcer()), y(errors.apcer())));
        }
        if (!path.isEmpty()) {
            svg.coloured(path.toString(), colour, i >= COLOURS.size());
        }
        double at = TOP + 14 + 20 * i;
        svg.coloured(
                String.format(Locale.ROOT, "M%.1f,%.1f L%.1f,%.1f", RIGHT + 16, at, RIGHT + 44, at),
                colour,
                i >= COLOURS.size());
        svg.text(RIGHT + 50, at + 4, "note", curve.species());
    }

    private static double x(double rate) {
        return LEFT + (RIGHT - LEFT) * position(rate);
    }

    private static double y(double rate) {
        return BOTTOM - (BOTTOM - TOP) * position(rate);
    }

    private static double position(double rate) {
        return NormalDeviate.position(rate, TICKS[0], TICKS[TICKS.length - 1]);
    }
}
