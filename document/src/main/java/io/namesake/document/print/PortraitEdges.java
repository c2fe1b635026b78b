package io.namesake.document.print;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Perspective;
import io.namesake.document.print.page.Quad;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether the portrait's edges are those of a picture that lies on the page: light that comes from one side leaves a dark line along the sides that are turned away from it, and none along those opposite. A
 * printed frame, dark or not, is alike all around.
 */
final class PortraitEdges {
    /** What is looked at across an edge, to each side, in widths of the portrait: some 2 mm. */
    private static final double REACH = 0.07;
    /** Where a shadow may lie: about half a millimetre to each side of the edge. */
    private static final double NEAR = 0.026;
    /** From where on paper and picture are themselves again. */
    private static final double AWAY = 0.038;

    private static final int MOST_SIDE = 900;
    private static final int LEAST_SIDE = 160;
    /** Of a side, from where to where; corners may be round. */
    private static final double FROM = 0.08;

    private static final double TO = 0.92;
    private static final int PIECES = 14;
    /** How much darker than both sides the line is, as a share of the brighter one. */
    private static final double DARK = 0.05;
    /** Of that, what the side opposite has at most. */
    private static final double OPPOSITE = 0.4;

    /** Below which nothing is darker than something, of 255. */
    private static final double BLACK = 20;

    private static final int LEAST_SURE = 50;
    private static final int MOST_SURE = 75;

    private PortraitEdges() {}

    /** @param frame the portrait's edges, where {@link PortraitFrame} found them */
    static PortraitSign sign(Page page, Optional<Quad> frame) {
        if (frame.isEmpty()) {
            return PortraitSign.unknown("it has no straight edges to be compared");
        }
        if (frame.get().width() < LEAST_SIDE) {
            return PortraitSign.unknown("its edges are too small to be compared");
        }
        Edge[] edges = edges(page, frame.get());
        double most = 0;
        for (int side = 0; side < edges.length; side++) {
            if (edges[side].dark() > DARK && isAlone(edges, side)) {
                most = Math.max(most, edges[side].dark());
            }
        }
        return most > DARK
                ? PortraitSign.seen(
                        "a dark line runs along it on one side only, like the shadow of a picture that lies on the page",
                        (int) Math.min(MOST_SURE, Math.round(LEAST_SURE + 200 * (most - DARK))))
                : PortraitSign.notSeen("its edges are alike all around");
    }

    /**
     * One side, or a piece of it.
     *
     * @param least luma of the line
     * @param darker of paper and picture
     * @param brighter of both
     */
    private record Edge(double least, double darker, double brighter) {
        /** How much darker than both the line is. */
        double dark() {
            return (darker - least) / Math.max(BLACK, brighter);
        }

        /** Whether a line like that one would be seen here; along dark clothes a printed frame is not. */
        boolean couldShow(Edge other) {
            return (darker - other.least) / Math.max(BLACK, brighter) > OPPOSITE * other.dark();
        }

        boolean lacks(Edge other) {
            return couldShow(other) && dark() < OPPOSITE * other.dark();
        }
    }

    /** Whether the side opposite has no such line; where it could not show one, whether one of the others has none. */
    private static boolean isAlone(Edge[] edges, int side) {
        Edge opposite = edges[(side + 2) % edges.length];
        if (opposite.couldShow(edges[side])) {
            return opposite.lacks(edges[side]);
        }
        return edges[(side + 1) % edges.length].lacks(edges[side])
                || edges[(side + 3) % edges.length].lacks(edges[side]);
    }

    /** Left, top, right, bottom. */
    private static Edge[] edges(Page page, Quad frame) {
        double scale = Math.min(1, MOST_SIDE / Math.max(frame.width(), frame.height()));
        double wide = frame.width() * scale;
        double high = frame.height() * scale;
        int reach = (int) Math.round(REACH * wide);
        Quad region = frame.part(-reach / wide, -reach / high, 1 + reach / wide, 1 + reach / high);
        int width = (int) Math.round(wide) + 2 * reach;
        int height = (int) Math.round(high) + 2 * reach;
        int near = (int) Math.max(2, Math.round(NEAR * wide));
        int away = (int) Math.max(near + 2, Math.round(AWAY * wide));
        Edge[] edges = new Edge[4];
        for (int side = 0; side < edges.length; side++) {
            boolean level = side % 2 == 1;
            double share = (2.0 * reach + 1) / (level ? height : width);
            double begin = side < 2 ? 0 : 1 - share;
            Quad strip = level ? region.part(0, begin, 1, begin + share) : region.part(begin, 0, begin + share, 1);
            Page seen = level
                    ? Perspective.straighten(page, strip, width, 2 * reach + 1)
                    : Perspective.straighten(page, strip, 2 * reach + 1, height);
            edges[side] = side(seen, level, new int[] {reach, near, away});
        }
        return edges;
    }

    /** The piece in the middle of all, by how dark its line is. @param seen a strip along the edge, which is in its middle */
    private static Edge side(Page seen, boolean level, int[] bounds) {
        int reach = bounds[0];
        int length = level ? seen.width() : seen.height();
        int from = (int) Math.round(reach + FROM * (length - 2 * reach));
        int to = (int) Math.round(reach + TO * (length - 2 * reach));
        Edge[] pieces = new Edge[PIECES];
        for (int piece = 0; piece < PIECES; piece++) {
            pieces[piece] = piece(
                    seen,
                    level,
                    from + piece * (to - from) / PIECES,
                    from + (piece + 1) * (to - from) / PIECES,
                    bounds);
        }
        Arrays.sort(pieces, Comparator.comparingDouble(Edge::dark));
        return pieces[PIECES / 2];
    }

    private static Edge piece(Page seen, boolean level, int from, int to, int[] bounds) {
        int reach = bounds[0];
        double[] profile = new double[2 * reach + 1];
        for (int across = -reach; across <= reach; across++) {
            for (int along = from; along < to; along++) {
                int x = level ? along : across + reach;
                int y = level ? across + reach : along;
                profile[across + reach] += (double) Page.luma(seen.pixels()[y * seen.width() + x]) / (to - from);
            }
        }
        double least = 255;
        for (int across = -bounds[1]; across <= bounds[1]; across++) {
            least = Math.min(least, profile[across + reach]);
        }
        double before = median(profile, 0, reach - bounds[2]);
        double behind = median(profile, reach + bounds[2], 2 * reach);
        return new Edge(least, Math.min(before, behind), Math.max(before, behind));
    }

    private static double median(double[] profile, int from, int to) {
        double[] part = Arrays.copyOfRange(profile, from, to + 1);
        Arrays.sort(part);
        return part[part.length / 2];
    }
}
