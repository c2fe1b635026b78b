package io.namesake.document.print;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Perspective;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.Arrays;
import java.util.Optional;

/**
 * The printed edges of a portrait: four straight steps about a face, each the innermost line all along which the picture changes. Portraits that fade into their ground have none, and are left as they were
 * cut around the face.
 */
final class PortraitFrame {
    /** What is looked at, in sides of the cut around the face. */
    private static final double SEEN = 1.6;
    /** To so many pixels. */
    private static final int WIDTH = 240;
    /** Mean change from one side of a line to the other, of 255, in each colour. */
    private static final double STEP = 4;

    private static final int PIECES = 12;
    /** How far lines may lean, each for a twentieth of a right angle's tangent. */
    private static final int LEANS = 7;

    private static final double LEAN = 0.01;
    /** So far beyond a line no stronger one was seen, pixels. */
    private static final int PAST = 4;

    private static final double NARROWEST = 0.62;
    private static final double WIDEST = 0.95;

    /** How far from the middle of the face its portrait's sides may lie, in heights of the face: not through hair or chin, nor so far that it would be another picture's. */
    private static final double[] ASIDE = {0.48, 1.05};

    private static final double[] ABOVE = {0.6, 1.3};
    private static final double[] BELOW = {0.62, 1.38};
    /** Along how much of a side it must be one line, from the middle both ways, likewise. */
    private static final double ALONG = 0.45;

    private final Page seen;

    private PortraitFrame(Page seen) {
        this.seen = seen;
    }

    /** @param cut as {@link FaceCut} makes it; may reach beyond the picture @return empty when not all four sides are to be seen */
    static Optional<Quad> about(Page page, Quad cut) {
        Quad region = cut.scaled(SEEN, SEEN);
        int height = (int) Math.round(WIDTH * region.height() / region.width());
        PortraitFrame frame = new PortraitFrame(Perspective.straighten(page, region, WIDTH, height));
        double face = height / SEEN / FaceCut.AIR;
        double x = WIDTH / 2.0;
        double y = height / 2.0;
        Optional<Line> left = frame.innermost(false, x - ASIDE[0] * face, x - ASIDE[1] * face, y, ALONG * face);
        Optional<Line> right = frame.innermost(false, x + ASIDE[0] * face, x + ASIDE[1] * face, y, ALONG * face);
        Optional<Line> top = frame.innermost(true, y - ABOVE[0] * face, y - ABOVE[1] * face, x, ALONG * face);
        Optional<Line> bottom = frame.innermost(true, y + BELOW[0] * face, y + BELOW[1] * face, x, ALONG * face);
        if (left.isEmpty() || right.isEmpty() || top.isEmpty() || bottom.isEmpty()) {
            return Optional.empty();
        }
        double shape = (right.get().at() - left.get().at())
                / (bottom.get().at() - top.get().at());
        if (shape < NARROWEST || shape > WIDEST) {
            return Optional.empty();
        }
        return Optional.of(new Quad(
                frame.onPage(region, left.get(), top.get()),
                frame.onPage(region, right.get(), top.get()),
                frame.onPage(region, right.get(), bottom.get()),
                frame.onPage(region, left.get(), bottom.get())));
    }

    /** A nearly upright or nearly level line. @param at where it crosses the middle @param middle of what it runs along @param lean how far it goes aside for each pixel along */
    private record Line(double at, double middle, double lean) {
        double at(double along) {
            return at + lean * (along - middle);
        }
    }

    private Point onPage(Quad region, Line upright, Line level) {
        double y = level.at();
        double x = upright.at(y);
        y = level.at(x);
        x = upright.at(y);
        return region.part(x / seen.width(), y / seen.height(), x / seen.width(), y / seen.height())
                .upperLeft();
    }

    /**
     * The innermost, since the edge of the whole document may be a stronger one.
     *
     * @param level whether it lies, so that it is looked for downwards and upwards
     * @param from the inner end of where it may be
     * @param to the outer one
     */
    private Optional<Line> innermost(boolean level, double from, double to, double middle, double along) {
        int most = (level ? seen.height() : seen.width()) - 3;
        int outwards = to > from ? 1 : -1;
        double best = STEP;
        Line line = null;
        for (int at = (int) from; at != (int) to + outwards && at >= 2 && at <= most; at += outwards) {
            double before = best;
            for (int lean = -LEANS; lean <= LEANS; lean++) {
                double step = step(level, at, LEAN * lean, (int) middle, (int) along);
                if (step > best) {
                    best = step;
                    line = new Line(at, middle, LEAN * lean);
                }
            }
            if (line != null && best == before && Math.abs(at - line.at()) >= PAST) {
                break;
            }
        }
        return Optional.ofNullable(line);
    }

    /**
     * What changes from one side of a line to the other, in the same way on three quarters of its length at least: what is curved, or is drawn across it,
     * changes somewhere only.
     */
    private double step(boolean level, int at, double lean, int middle, int reach) {
        int[][] pieces = new int[PIECES][3];
        int[] all = new int[3];
        for (int along = -reach; along < reach; along++) {
            int across = at + (int) Math.round(lean * along);
            int[] piece = pieces[(along + reach) * PIECES / (2 * reach)];
            for (int c = 0; c < 3; c++) {
                int change = colour(level, across, middle + along, c)
                        + colour(level, across + 1, middle + along, c)
                        - colour(level, across - 1, middle + along, c)
                        - colour(level, across - 2, middle + along, c);
                piece[c] += change;
                all[c] += change;
            }
        }
        double[] steps = new double[PIECES];
        for (int i = 0; i < PIECES; i++) {
            for (int c = 0; c < 3; c++) {
                steps[i] += Math.signum(all[c]) * pieces[i][c] * PIECES / (12.0 * reach);
            }
        }
        Arrays.sort(steps);
        return steps[PIECES / 4];
    }

    private int colour(boolean level, int across, int along, int channel) {
        int x = Math.clamp(level ? along : across, 0, seen.width() - 1);
        int y = Math.clamp(level ? across : along, 0, seen.height() - 1);
        return seen.pixels()[y * seen.width() + x] >> 16 - 8 * channel & 0xFF;
    }
}
