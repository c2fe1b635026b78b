package io.namesake.document.specimen.card;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Perspective;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Puts a picture into another one, as editors of pictures do it: in perspective, and smooth at its edges. */
final class PastedPicture {
    /** Looks in each direction, for smooth edges. */
    private static final int LOOKS = 3;

    private PastedPicture() {}

    /** @param noise standard deviation of what is added to the picture, of 255 */
    static void into(Page photo, Page picture, Quad place, double noise, RandomGenerator random) {
        Perspective toPicture =
                Perspective.of(picture.width(), picture.height(), place).inverse();
        DoubleSummaryStatistics x = corners(place, Point::x);
        DoubleSummaryStatistics y = corners(place, Point::y);
        for (int py = (int) Math.max(0, y.getMin()); py < Math.min(photo.height(), y.getMax() + 1); py++) {
            for (int px = (int) Math.max(0, x.getMin()); px < Math.min(photo.width(), x.getMax() + 1); px++) {
                int at = py * photo.width() + px;
                photo.pixels()[at] =
                        mixed(photo.pixels()[at], picture, toPicture, px, py, noise * random.nextGaussian());
            }
        }
    }

    private static int mixed(int before, Page picture, Perspective toPicture, int px, int py, double grain) {
        double[] sum = new double[3];
        int inside = 0;
        for (int k = 0; k < LOOKS * LOOKS; k++) {
            Point at = toPicture.map(px + (k % LOOKS + 0.5) / LOOKS, py + (k / LOOKS + 0.5) / LOOKS);
            if (at.x() >= 0 && at.y() >= 0 && at.x() < picture.width() && at.y() < picture.height()) {
                int pixel = picture.pixels()[(int) at.y() * picture.width() + (int) at.x()];
                for (int c = 0; c < 3; c++) {
                    sum[c] += pixel >> 16 - 8 * c & 0xFF;
                }
                inside++;
            }
        }
        int mixed = 0;
        int all = LOOKS * LOOKS;
        for (int c = 0; c < 3 && inside > 0; c++) {
            int shift = 16 - 8 * c;
            double value = (sum[c] + (all - inside) * (before >> shift & 0xFF)) / all + grain * inside / all;
            mixed |= (int) Math.clamp(Math.round(value), 0L, 255L) << shift;
        }
        return inside == 0 ? before : mixed;
    }

    private static DoubleSummaryStatistics corners(Quad place, ToDoubleFunction<Point> side) {
        return List.of(place.upperLeft(), place.upperRight(), place.lowerRight(), place.lowerLeft()).stream()
                .mapToDouble(side)
                .summaryStatistics();
    }
}
