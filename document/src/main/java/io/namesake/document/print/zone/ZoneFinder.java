package io.namesake.document.print.zone;

import io.namesake.document.print.ocr.TextRow;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds two or three long rows of one height, one beneath the other. Detectors cut off fillers at a row's end, or part a row at them; so pieces
 * in line are joined, and all rows get the length of the longest.
 */
public final class ZoneFinder {
    /** The longest row of a zone is at least so many times as long as it is high; 30 characters make 25. */
    private static final double LONG = 14;

    /** Rows of 30 characters are less than so many times as long as the detector's boxes are high, rows of 36 more. */
    private static final double SHORT_ROWS = 18;
    /** The shortest name that the detector finds takes so much of a row. */
    private static final double SHORTEST = 0.1;

    private static final double SHORT = 0.75;
    private static final double SAME_ANGLE = Math.toRadians(5);
    private static final double SAME_LINE = 0.5;
    /** How far from the seed's middle a piece may lie, in halves of its length: a row's last digits may be far behind its fillers. */
    private static final double FAR = 2.2;

    private static final double MOST_PITCH = 3.6;
    private static final int MOST_SEEDS = 4;
    /** Detection's boxes have air above and below, which the reading network did not have when it learnt. */
    private static final double HEIGHT = 0.85;

    private ZoneFinder() {}

    /** Candidates, the likeliest first, at most {@value #MOST_SEEDS}; in each the rows read in one of two directions. */
    public static List<ZoneRows> find(List<TextRow> found) {
        List<Quad> pieces = found.stream()
                .map(TextRow::place)
                .filter(place -> place.width() > 1.5 * place.height())
                .sorted(Comparator.comparingDouble(Quad::width).reversed())
                .toList();
        List<ZoneRows> zones = new ArrayList<>();
        List<Quad> used = new ArrayList<>();
        for (Quad seed : pieces) {
            if (zones.size() >= MOST_SEEDS || seed.width() < LONG * seed.height()) {
                break;
            }
            if (used.contains(seed)) {
                continue;
            }
            List<Line> lines = block(seed, pieces);
            lines.forEach(line -> used.addAll(line.pieces));
            if (lines.size() == 2 && seed.width() < SHORT_ROWS * seed.height()) {
                zones.addAll(withThird(even(lines)));
            }
            if (lines.size() == 2 || lines.size() == 3) {
                zones.add(even(lines));
            }
        }
        return zones;
    }

    /** Cards have three rows; that with a short name may not have been found. It lies beneath, or, upside down, above. */
    private static List<ZoneRows> withThird(ZoneRows two) {
        Quad first = two.rows().getFirst();
        Quad second = two.rows().getLast();
        double dx = second.centre().x() - first.centre().x();
        double dy = second.centre().y() - first.centre().y();
        return List.of(
                new ZoneRows(List.of(first, second, second.moved(dx, dy))),
                new ZoneRows(List.of(first.moved(-dx, -dy), first, second)));
    }

    /** The same, read from the other end. */
    public static ZoneRows turned(ZoneRows zone) {
        return new ZoneRows(zone.rows().reversed().stream().map(Quad::turned).toList());
    }

    /** Pieces in one line, in the coordinates of the seed: along it and across it. */
    private static final class Line {
        private final List<Quad> pieces = new ArrayList<>();
        private final Axis axis;

        Line(Axis axis, Quad first) {
            this.axis = axis;
            pieces.add(first);
        }

        double from() {
            return pieces.stream()
                    .mapToDouble(piece -> axis.along(piece.left()))
                    .min()
                    .orElseThrow();
        }

        double to() {
            return pieces.stream()
                    .mapToDouble(piece -> axis.along(piece.right()))
                    .max()
                    .orElseThrow();
        }

        double across() {
            return longest().centre().equals(longest().left())
                    ? 0
                    : axis.across(longest().centre());
        }

        Quad longest() {
            return pieces.stream().max(Comparator.comparingDouble(Quad::width)).orElseThrow();
        }

        /** How far off the line's middle is from where the axis' direction puts it, at this place. */
        double acrossAt(double along) {
            Quad piece = longest();
            double a = axis.along(piece.left());
            double b = axis.along(piece.right());
            double share = (along - a) / Math.max(1, b - a);
            return axis.across(piece.left()) * (1 - share) + axis.across(piece.right()) * share;
        }
    }

    /** A direction in the picture. */
    private record Axis(Point origin, double cos, double sin) {
        static Axis of(Quad row) {
            double angle = angle(row);
            return new Axis(row.centre(), Math.cos(angle), Math.sin(angle));
        }

        double along(Point point) {
            return (point.x() - origin.x()) * cos + (point.y() - origin.y()) * sin;
        }

        double across(Point point) {
            return -(point.x() - origin.x()) * sin + (point.y() - origin.y()) * cos;
        }

        Point point(double along, double across) {
            return origin.plus(along * cos - across * sin, along * sin + across * cos);
        }
    }

    private static double angle(Quad row) {
        return Math.atan2(
                row.right().y() - row.left().y(), row.right().x() - row.left().x());
    }

    /** The lines around a seed that look like rows of one zone with it. */
    private static List<Line> block(Quad seed, List<Quad> pieces) {
        Axis axis = Axis.of(seed);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(axis, seed));
        double height = seed.height();
        double half = seed.width() / 2;
        for (Quad piece : pieces) {
            double along = axis.along(piece.centre());
            boolean like = piece != seed
                    && Math.abs(Math.IEEEremainder(angle(piece) - angle(seed), Math.PI)) < SAME_ANGLE
                    && piece.height() > 0.55 * height
                    && piece.height() < 1.6 * height
                    && Math.abs(along) < FAR * half;
            if (!like) {
                continue;
            }
            double across = axis.across(piece.centre());
            Line near = null;
            for (Line line : lines) {
                if (Math.abs(line.acrossAt(along) - across) < SAME_LINE * height) {
                    near = line;
                }
            }
            if (near != null) {
                near.pieces.add(piece);
            } else if (piece.width() > SHORTEST * seed.width() && Math.abs(across) < 2 * MOST_PITCH * height) {
                lines.add(new Line(axis, piece));
            }
        }
        return neighbours(lines, height);
    }

    /** The seed's line with those next to it: at even distances, beginning where it begins. */
    private static List<Line> neighbours(List<Line> lines, double height) {
        Line seed = lines.getFirst();
        List<Line> sorted = lines.stream()
                .filter(line -> line == seed
                        || Math.abs(line.from() - seed.from()) < 2.5 * height
                        || Math.abs(line.to() - seed.to()) < 2.5 * height)
                .sorted(Comparator.comparingDouble(Line::across))
                .toList();
        int at = sorted.indexOf(seed);
        List<Line> block = new ArrayList<>(List.of(seed));
        for (int i = at + 1; i < sorted.size() && near(sorted.get(i - 1), sorted.get(i), height); i++) {
            block.add(sorted.get(i));
        }
        for (int i = at - 1; i >= 0 && near(sorted.get(i), sorted.get(i + 1), height); i--) {
            block.addFirst(sorted.get(i));
        }
        while (block.size() > 3) {
            block.remove(block.getFirst() == seed ? block.getLast() : block.getFirst());
        }
        return block;
    }

    private static boolean near(Line upper, Line lower, double height) {
        return lower.across() - upper.across() < MOST_PITCH * height;
    }

    /** All lines with the same beginning and end. */
    private static ZoneRows even(List<Line> lines) {
        double from = lines.stream().mapToDouble(Line::from).min().orElseThrow();
        double to = lines.stream().mapToDouble(Line::to).max().orElseThrow();
        double high = lines.stream()
                        .mapToDouble(line -> line.longest().height())
                        .average()
                        .orElseThrow()
                * HEIGHT
                / 2;
        Axis axis = lines.getFirst().axis;
        List<Quad> rows = new ArrayList<>();
        Line longest = lines.stream()
                .max(Comparator.comparingDouble(line -> line.longest().width()))
                .orElseThrow();
        for (Line line : lines) {
            // A short piece's own angle would lead astray over a whole row.
            Line guide = line.longest().width() < SHORT * longest.longest().width() ? longest : line;
            double middle = axis.along(line.longest().centre());
            double shift = line.acrossAt(middle) - guide.acrossAt(middle);
            double left = guide.acrossAt(from) + shift;
            double right = guide.acrossAt(to) + shift;
            rows.add(new Quad(
                    axis.point(from, left - high),
                    axis.point(to, right - high),
                    axis.point(to, right + high),
                    axis.point(from, left + high)));
        }
        return new ZoneRows(rows);
    }
}
