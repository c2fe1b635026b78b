package io.namesake.face.engine.attack;

import io.namesake.face.engine.align.Box;
import io.namesake.face.engine.align.Resampler;
import io.namesake.face.engine.decode.Picture;
import java.util.Arrays;

/** Looks for the straight edges of a sheet or a screen beside a face: long lines along which brightness changes the same way. */
final class Borders {
    /** Three faces by three, so that the face fills the middle third. */
    private static final int SIDE = 96;

    private static final double SCALE = 3;
    private static final int NEAR = 29;
    private static final int SPAN = 28;
    /** How far a line may lean over its length, in pixels: some 12 degrees. */
    private static final int LEAN = 6;

    private Borders() {}

    /** Mean change of luma along the second strongest of the lines left, right, above and below; 0 where the picture ends at the face. */
    static double strength(Picture picture, Box face) {
        double width = SCALE * face.width();
        double height = SCALE * face.height();
        Box around = new Box(face.centre().x() - width / 2, face.centre().y() - height / 2, width, height);
        double[] seen = Light.luma(Resampler.stretch(picture, around, SIDE, SIDE), 0, 0, SIDE);
        double stepX = SIDE / width;
        double stepY = SIDE / height;
        int left = inside(-around.x() * stepX);
        int top = inside(-around.y() * stepY);
        int right = SIDE - inside((around.x() + width - picture.width()) * stepX);
        int bottom = SIDE - inside((around.y() + height - picture.height()) * stepY);
        double[] sides = {
            strongest(seen, true, left, NEAR, top, bottom),
            strongest(seen, true, SIDE - NEAR, right, top, bottom),
            strongest(seen, false, top, NEAR, left, right),
            strongest(seen, false, SIDE - NEAR, bottom, left, right)
        };
        Arrays.sort(sides);
        return sides[2] / 255;
    }

    /** Two pixels within what the picture shows. */
    private static int inside(double pixels) {
        return pixels <= 0 ? 1 : (int) Math.ceil(pixels) + 2;
    }

    /** @param upright whether the line runs from top to bottom, at an x from..to; else from left to right, at a y */
    private static double strongest(double[] seen, boolean upright, int from, int to, int first, int last) {
        int start = Math.max(SIDE / 2 - SPAN, first);
        int end = Math.min(SIDE / 2 + SPAN, last);
        double best = 0;
        if (end - start < SPAN) {
            return 0;
        }
        for (int at = from + 1; at < to - 1; at++) {
            for (int lean = -LEAN; lean <= LEAN; lean += 2) {
                double sum = 0;
                for (int along = start; along < end; along++) {
                    int across = at + lean * (2 * along - SIDE) / (2 * SPAN);
                    if (across <= from || across >= to - 1) {
                        sum = 0;
                        break;
                    }
                    sum += upright
                            ? seen[along * SIDE + across + 1] - seen[along * SIDE + across - 1]
                            : seen[(across + 1) * SIDE + along] - seen[(across - 1) * SIDE + along];
                }
                best = Math.max(best, Math.abs(sum) / (end - start));
            }
        }
        return best;
    }
}
