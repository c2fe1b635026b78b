package io.namesake.document.print.evaluation;

import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How far two places are the same: their common area by the area of both together (Jaccard index), counted on a grid. */
public final class Overlap {
    private static final int STEPS = 100;

    private Overlap() {}

    /** @return 0 (apart) to 1 (the same) */
    public static double of(Quad one, Quad other) {
        DoubleSummaryStatistics x = range(one, other, Point::x);
        DoubleSummaryStatistics y = range(one, other, Point::y);
        int both = 0;
        int either = 0;
        for (int j = 0; j < STEPS; j++) {
            for (int i = 0; i < STEPS; i++) {
                Point at = new Point(
                        x.getMin() + (i + 0.5) / STEPS * (x.getMax() - x.getMin()),
                        y.getMin() + (j + 0.5) / STEPS * (y.getMax() - y.getMin()));
                boolean inOne = one.holds(at);
                boolean inOther = other.holds(at);
                both += inOne && inOther ? 1 : 0;
                either += inOne || inOther ? 1 : 0;
            }
        }
        return either == 0 ? 0 : (double) both / either;
    }

    private static DoubleSummaryStatistics range(Quad one, Quad other, ToDoubleFunction<Point> side) {
        return List.of(one, other).stream()
                .flatMap(quad ->
                        List.of(quad.upperLeft(), quad.upperRight(), quad.lowerRight(), quad.lowerLeft()).stream())
                .mapToDouble(side)
                .summaryStatistics();
    }
}
