package io.namesake.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/**
 * A detection error trade-off plot: false non-match rate over false match rate, both axes scaled by the normal deviate
 * (ISO/IEC 19795-1:2021, 9.2), with the operating points marked.
 *
 * @param title what was measured
 * @param subtitle on what, with the numbers of comparisons
 * @param curve the measured trade-off, in the order of rising false match rate
 * @param band the doubt about it, in the same order; empty to draw none
 * @param marks the operating points
 * @param impostors comparisons of different persons; the plot's left edge is about one false match among them
 * @param genuines comparisons of one person with themselves; likewise the lower edge
 */
record DetPlot(
        String title,
        String subtitle,
        List<Point> curve,
        List<Band> band,
        List<Mark> marks,
        long impostors,
        long genuines) {

    /**
     * One threshold's two errors.
     *
     * @param falseMatchRate 0 to 1
     * @param falseNonMatchRate 0 to 1
     */
    record Point(double falseMatchRate, double falseNonMatchRate) {}

    /**
     * The interval of the false non-match rate at one false match rate.
     *
     * @param falseMatchRate 0 to 1
     * @param lowest 0 to 1
     * @param highest 0 to 1
     */
    record Band(double falseMatchRate, double lowest, double highest) {}

    /**
     * An operating point, drawn with the interval of its false non-match rate.
     *
     * @param label drawn beside it
     * @param at where; a rate of 0 is drawn on the plot's edge
     * @param lowest lower end of the interval, 0 to 1
     * @param highest upper end of the interval, 0 to 1
     */
    record Mark(String label, Point at, double lowest, double highest) {}

    private static final double[] TICKS = {1e-6, 1e-5, 1e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4};
    /** Where both axes end. */
    static final double HIGHEST = 0.5;

    private static final double LEFT = 90;
    private static final double RIGHT = 690;
    private static final double TOP = 80;
    private static final double BOTTOM = 560;

    /** That a tick's label needs. */
    private static final double ROOM = 42;

    DetPlot {
        curve = List.copyOf(curve);
        band = List.copyOf(band);
        marks = List.copyOf(marks);
        if (impostors < 1 || genuines < 1) {
            throw new IllegalArgumentException("A trade-off needs comparisons of both kinds, not " + impostors
                    + " of different persons and " + genuines + " of one person");
        }
    }

    void write(Writer out) throws IOException {
        try (Svg svg = new Svg(out, 760, 640, title)) {
            svg.text(LEFT, 34, "title", title);
            svg.text(LEFT, 56, "note", subtitle);
            drawAxes(svg);
            drawBand(svg);
            drawCurve(svg);
            for (Mark mark : marks) {
                draw(svg, mark);
            }
        } catch (XMLStreamException e) {
            throw new IOException("The plot could not be written", e);
        }
    }

    private void drawAxes(Svg svg) throws XMLStreamException {
        double written = LEFT - ROOM;
        for (double tick : TICKS) {
            if (tick >= lowestFalseMatchRate()) {
                svg.line(x(tick), TOP, x(tick), BOTTOM, "grid");
                if (x(tick) - written >= ROOM) {
                    svg.text(x(tick), BOTTOM + 20, "tick middle", percent(tick));
                    written = x(tick);
                }
            }
            if (tick >= lowestFalseNonMatchRate()) {
                svg.line(LEFT, y(tick), RIGHT, y(tick), "grid");
                svg.text(LEFT - 8, y(tick) + 4, "tick end", percent(tick));
            }
        }
        svg.frame(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
        svg.text((LEFT + RIGHT) / 2, BOTTOM + 48, "axis middle", "False match rate (FMR), normal deviate scale");
        svg.textUpwards(26, (TOP + BOTTOM) / 2, "axis middle", "False non-match rate (FNMR), normal deviate scale");
        double lowest = Math.max(lowestFalseMatchRate(), lowestFalseNonMatchRate());
        svg.line(x(lowest), y(lowest), x(HIGHEST), y(HIGHEST), "equal");
        svg.text(x(0.2) + 6, y(0.2) + 14, "note", "FMR = FNMR");
    }

    private void drawBand(Svg svg) throws XMLStreamException {
        StringBuilder path = new StringBuilder();
        for (Band at : band) {
            path.append(place(path.isEmpty() ? "M" : " L", at.falseMatchRate(), at.highest()));
        }
        for (Band at : band.reversed()) {
            path.append(place(" L", at.falseMatchRate(), at.lowest()));
        }
        if (!path.isEmpty()) {
            svg.path(path.append(" Z").toString(), "band");
        }
    }

    private String place(String step, double falseMatchRate, double falseNonMatchRate) {
        return String.format(Locale.ROOT, "%s%.1f,%.1f", step, x(falseMatchRate), y(falseNonMatchRate));
    }

    private void drawCurve(Svg svg) throws XMLStreamException {
        StringBuilder path = new StringBuilder();
        String last = "";
        for (Point point : curve) {
            // An error that was never seen has no place on this scale: the curve ends where the comparisons do.
            if (point.falseMatchRate() < lowestFalseMatchRate()
                    || point.falseNonMatchRate() < lowestFalseNonMatchRate()) {
                continue;
            }
            String next =
                    String.format(Locale.ROOT, "%.1f,%.1f", x(point.falseMatchRate()), y(point.falseNonMatchRate()));
            // Millions of thresholds fall on a few hundred places of the picture.
            if (!next.equals(last)) {
                path.append(path.isEmpty() ? "M" : " L").append(next);
                last = next;
            }
        }
        if (!path.isEmpty()) {
            svg.path(path.toString(), "curve");
        }
    }

    private void draw(Svg svg, Mark mark) throws XMLStreamException {
        double x = x(mark.at().falseMatchRate());
        double y = y(mark.at().falseNonMatchRate());
        svg.line(x, y(mark.lowest()), x, y(mark.highest()), "interval");
        svg.circle(x, y, 4);
        boolean roomOnTheRight = x < (LEFT + RIGHT) / 2;
        svg.text(roomOnTheRight ? x + 9 : x - 9, y - 9, roomOnTheRight ? "mark" : "mark end", mark.label());
    }

    /** The greatest tick that a single false match still reaches. */
    private double lowestFalseMatchRate() {
        return lowest(impostors);
    }

    private double lowestFalseNonMatchRate() {
        return lowest(genuines);
    }

    private static double lowest(long comparisons) {
        double lowest = TICKS[0];
        for (double tick : TICKS) {
            if (tick <= 1.0 / comparisons) {
                lowest = tick;
            }
        }
        // With a handful of comparisons the axis would shrink to nothing.
        return Math.min(lowest, 0.01);
    }

    private double x(double falseMatchRate) {
        return LEFT + (RIGHT - LEFT) * NormalDeviate.position(falseMatchRate, lowestFalseMatchRate(), HIGHEST);
    }

    private double y(double falseNonMatchRate) {
        return BOTTOM - (BOTTOM - TOP) * NormalDeviate.position(falseNonMatchRate, lowestFalseNonMatchRate(), HIGHEST);
    }

    static String percent(double rate) {
        return new BigDecimal(Double.toString(rate))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
