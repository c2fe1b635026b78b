package io.namesake.cli.report;

import io.namesake.face.evaluation.ScoreHistogram;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/**
 * How often each similarity was seen among pairs of one person and among pairs of different persons, each as a share of its own kind. The
 * scale of the shares is logarithmic, since what matters are the rare pairs where the two kinds meet.
 *
 * @param title what was measured
 * @param subtitle on what
 * @param genuine pairs of one person
 * @param impostor pairs of different persons
 * @param thresholds drawn as upright lines
 */
record HistogramPlot(
        String title, String subtitle, ScoreHistogram genuine, ScoreHistogram impostor, List<Threshold> thresholds) {

    /**
     * A similarity from which a pair counts as one person.
     *
     * @param label drawn beside it
     * @param similarity where
     */
    record Threshold(String label, double similarity) {}

    private static final double LEFT = 110;
    private static final double RIGHT = 710;
    private static final double TOP = 80;
    private static final double BOTTOM = 400;
    private static final double LABEL_HEIGHT = 16;

    HistogramPlot {
        thresholds = List.copyOf(thresholds);
    }

    void write(Writer out) throws IOException {
        try (Svg svg = new Svg(out, 760, 480, title)) {
            svg.text(LEFT, 34, "title", title);
            svg.text(LEFT, 56, "note", subtitle);
            drawAxes(svg);
            svg.path(outline(impostor), "impostor");
            svg.path(outline(genuine), "genuine");
            drawThresholds(svg);
        } catch (XMLStreamException e) {
            throw new IOException("The plot could not be written", e);
        }
    }

    private void drawAxes(Svg svg) throws XMLStreamException {
        for (int power = 0; power >= lowestPower(); power--) {
            double share = Math.pow(10, power);
            svg.line(LEFT, y(share), RIGHT, y(share), "grid");
            svg.text(LEFT - 8, y(share) + 4, "tick end", DetPlot.percent(share));
        }
        for (int similarity = (int) Math.ceil(from()); similarity <= to(); similarity += 2) {
            svg.text(x(similarity), BOTTOM + 20, "tick middle", Integer.toString(similarity));
        }
        svg.frame(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
        svg.text((LEFT + RIGHT) / 2, BOTTOM + 48, "axis middle", "Similarity");
        svg.textUpwards(
                18,
                (TOP + BOTTOM) / 2,
                "axis middle",
                String.format(Locale.ROOT, "Share of pairs per %.2f, logarithmic", genuine.width()));
        svg.text(x(peak(impostor)), y(highest(impostor)) - 8, "impostor-name middle", "different persons");
        svg.text(x(peak(genuine)), y(highest(genuine)) - 8, "genuine-name middle", "one person");
    }

    private void drawThresholds(Svg svg) throws XMLStreamException {
        for (int i = 0; i < thresholds.size(); i++) {
            double x = x(thresholds.get(i).similarity());
            svg.line(x, TOP, x, BOTTOM, "threshold");
            svg.text(
                    x + 4,
                    BOTTOM - 8 - i * LABEL_HEIGHT,
                    "mark",
                    thresholds.get(i).label());
        }
    }

    /** Steps along the tops of the bins; an empty bin lies on the ground. */
    private String outline(ScoreHistogram histogram) {
        long total = total(histogram);
        StringBuilder path = new StringBuilder();
        path.append(String.format(Locale.ROOT, "M%.1f,%.1f", x(histogram.from()), BOTTOM));
        for (int i = 0; i < histogram.counts().size(); i++) {
            double top = y((double) histogram.counts().get(i) / total);
            double left = histogram.from() + i * histogram.width();
            path.append(String.format(Locale.ROOT, " L%.1f,%.1f", x(left), top));
            path.append(String.format(Locale.ROOT, " L%.1f,%.1f", x(left + histogram.width()), top));
        }
        return path.append(String.format(Locale.ROOT, " L%.1f,%.1f Z", x(end(histogram)), BOTTOM))
                .toString();
    }

    private int lowestPower() {
        return (int) Math.floor(-Math.log10(Math.max(total(genuine), total(impostor))));
    }

    private double x(double similarity) {
        return LEFT + (RIGHT - LEFT) * (similarity - from()) / (to() - from());
    }

    private double y(double share) {
        double lowest = lowestPower() - 0.2;
        double power = share <= 0 ? lowest : Math.max(lowest, Math.log10(share));
        return BOTTOM - (BOTTOM - TOP) * (power - lowest) / -lowest;
    }

    private double from() {
        return Math.min(genuine.from(), impostor.from());
    }

    private double to() {
        return Math.max(end(genuine), end(impostor));
    }

    private static double end(ScoreHistogram histogram) {
        return histogram.from() + histogram.counts().size() * histogram.width();
    }

    private static double highest(ScoreHistogram histogram) {
        return (double) histogram.counts().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0)
                / total(histogram);
    }

    private static double peak(ScoreHistogram histogram) {
        int best = 0;
        for (int i = 0; i < histogram.counts().size(); i++) {
            best = histogram.counts().get(i) > histogram.counts().get(best) ? i : best;
        }
        return histogram.from() + (best + 0.5) * histogram.width();
    }

    private static long total(ScoreHistogram histogram) {
        return Math.max(
                1, histogram.counts().stream().mapToLong(Long::longValue).sum());
    }
}
