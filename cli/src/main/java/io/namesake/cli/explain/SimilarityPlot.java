package io.namesake.cli.explain;

import io.namesake.cli.page.Html;
import io.namesake.face.Calibration;
import io.namesake.face.Comparison;
import java.util.List;
import java.util.Locale;

/**
 * Draws how often each similarity was seen among pairs of one person and of different persons, each kind as a share of its own pairs, and where
 * this pair and the thresholds lie.
 */
record SimilarityPlot(Comparison comparison, Calibration.Distributions distributions) {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 300;
    private static final int LEFT = 20;
    private static final int RIGHT = 880;
    private static final int TOP = 56;
    private static final int BOTTOM = 262;
    private static final String IMPOSTOR = "#d9822b";
    private static final String GENUINE = "#2f855a";
    private static final String INK = "#1c2733";

    void write(Html page) {
        page.open("figure");
        page.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "width",
                "" + WIDTH,
                "height",
                "" + HEIGHT,
                "role",
                "img",
                "aria-label",
                format(
                        "Pairs of different persons lie around 0, pairs of one person mostly above %.1f; this pair lies at %.2f",
                        comparison.threshold(), comparison.similarity()));
        area(page, distributions.impostor(), IMPOSTOR);
        area(page, distributions.genuine(), GENUINE);
        axis(page);
        threshold(page, comparison.reviewThreshold(), "a person looks", "end", -5);
        threshold(page, comparison.threshold(), "match", "start", 5);
        thisPair(page);
        page.close();
        page.element(
                "figcaption",
                "Orange: pairs of different persons. Green: pairs of one person. Each kind as a share of its own pairs.");
        page.close();
    }

    private void area(Html page, List<Long> counts, String colour) {
        double all = counts.stream().mapToLong(Long::longValue).sum();
        StringBuilder path = new StringBuilder(format("M%.1f,%d", x(distributions.from()), BOTTOM));
        for (int i = 0; i < counts.size(); i++) {
            double y = y(counts.get(i) / Math.max(1, all));
            double from = distributions.from() + i * distributions.width();
            path.append(format("L%.1f,%.1fL%.1f,%.1f", x(from), y, x(from + distributions.width()), y));
        }
        path.append(format("L%.1f,%dZ", x(end()), BOTTOM));
        page.open("path", "d", path.toString(), "fill", colour, "fill-opacity", "0.35", "stroke", colour)
                .close();
    }

    private void axis(Html page) {
        line(page, LEFT, BOTTOM, RIGHT, BOTTOM, INK, "");
        for (int tick = (int) Math.ceil(lowest()); tick <= highest(); tick++) {
            line(page, x(tick), BOTTOM, x(tick), BOTTOM + 4, INK, "");
            if (tick % 2 == 0) {
                label(page, x(tick), BOTTOM + 18, "middle", "" + tick, "");
            }
        }
        label(page, (LEFT + RIGHT) / 2.0, BOTTOM + 34, "middle", "similarity", "");
    }

    private void threshold(Html page, double at, String name, String anchor, int aside) {
        line(page, x(at), TOP, x(at), BOTTOM, "#5b6b7a", "4 4");
        label(page, x(at) + aside, TOP + 12, anchor, format("%s from %.2f", name, at), "");
    }

    private void thisPair(Html page) {
        double at = x(comparison.similarity());
        line(page, at, TOP - 14, at, BOTTOM, "#1e88e5", "");
        page.open("path", "d", format("M%.1f,%dl-6,-10h12Z", at, TOP - 12), "fill", "#1e88e5")
                .close();
        String anchor = at > RIGHT - 80 ? "end" : at < LEFT + 80 ? "start" : "middle";
        label(
                page,
                at,
                TOP - 28,
                anchor,
                format("this pair: %.2f", comparison.similarity()),
                "font-weight: 600; fill: #1565c0");
    }

    private static void line(Html page, double x1, double y1, double x2, double y2, String colour, String dashes) {
        page.open(
                        "line",
                        "x1",
                        format("%.1f", x1),
                        "y1",
                        format("%.1f", y1),
                        "x2",
                        format("%.1f", x2),
                        "y2",
                        format("%.1f", y2),
                        "stroke",
                        colour,
                        "stroke-width",
                        "1.5",
                        "stroke-dasharray",
                        dashes.isEmpty() ? "none" : dashes)
                .close();
    }

    private static void label(Html page, double x, double y, String anchor, String text, String style) {
        page.element(
                "text", text, "x", format("%.1f", x), "y", format("%.1f", y), "text-anchor", anchor, "style", style);
    }

    /** Where this pair lies is always on the drawing. */
    private double lowest() {
        return Math.min(distributions.from(), Math.floor(comparison.similarity()));
    }

    private double highest() {
        return Math.max(end(), Math.ceil(comparison.similarity()));
    }

    /** Of the last bin; beyond it no pair was seen. */
    private double end() {
        return distributions.from() + distributions.genuine().size() * distributions.width();
    }

    private double x(double similarity) {
        return LEFT + (RIGHT - LEFT) * (similarity - lowest()) / (highest() - lowest());
    }

    private double y(double share) {
        double most = Math.max(mostShare(distributions.genuine()), mostShare(distributions.impostor()));
        return BOTTOM - (BOTTOM - TOP - 24) * share / most;
    }

    private static double mostShare(List<Long> counts) {
        double all = counts.stream().mapToLong(Long::longValue).sum();
        return counts.stream().mapToLong(Long::longValue).max().orElse(1) / Math.max(1, all);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
