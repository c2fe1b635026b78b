package io.namesake.document.print.resident;

import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pieces of text put into lines, as one reads them along a direction. */
final class TextLines {

    /** Share of a row's height; less is the air that detection leaves around a piece. */
    private static final double OVERLAP = 0.4;

    private TextLines() {}

    /** A piece that was read. */
    record Piece(String text, Quad place) {}

    /** The lines from the top, the pieces of each from the left. Pieces at another angle, such as a mark across, are left out. */
    static List<String> of(List<Piece> pieces, Quad along) {
        Point origin = along.left();
        double cos = (along.right().x() - origin.x()) / along.left().distance(along.right());
        double sin = (along.right().y() - origin.y()) / along.left().distance(along.right());
        List<Piece> straight = pieces.stream()
                .filter(piece -> {
                    double dx = piece.place().right().x() - piece.place().left().x();
                    double dy = piece.place().right().y() - piece.place().left().y();
                    return dx * cos + dy * sin > 0.97 * Math.hypot(dx, dy)
                            && piece.place().height() < 2.4 * along.height();
                })
                .sorted(Comparator.comparingDouble(piece -> across(piece, origin, cos, sin)))
                .toList();
        List<List<Piece>> lines = new ArrayList<>();
        for (Piece piece : straight) {
            double here = across(piece, origin, cos, sin);
            List<Piece> last = lines.isEmpty() ? List.of() : lines.getLast();
            if (!last.isEmpty()
                    && here - across(last.getFirst(), origin, cos, sin)
                            < 0.45
                                    * Math.max(
                                            piece.place().height(),
                                            last.getFirst().place().height())) {
                last.add(piece);
            } else {
                lines.add(new ArrayList<>(List.of(piece)));
            }
        }
        return lines.stream()
                .map(line -> joined(line.stream()
                        .sorted(Comparator.comparingDouble(piece -> along(piece, origin, cos, sin)))
                        .toList()))
                .toList();
    }

    /** Where two pieces overlap, both may hold the character between them. */
    private static String joined(List<Piece> line) {
        StringBuilder text = new StringBuilder();
        Piece before = null;
        for (Piece piece : line) {
            boolean twice = before != null
                    && !text.isEmpty()
                    && !piece.text().isEmpty()
                    && text.charAt(text.length() - 1) == piece.text().charAt(0)
                    && overlap(before.place(), piece.place())
                            > OVERLAP * piece.place().height();
            text.append(twice ? piece.text().substring(1) : piece.text());
            before = piece;
        }
        return text.toString();
    }

    /** By how much the first goes on beyond where the second begins. */
    private static double overlap(Quad first, Quad second) {
        double dx = first.right().x() - first.left().x();
        double dy = first.right().y() - first.left().y();
        double beyond = (first.right().x() - second.left().x()) * dx
                + (first.right().y() - second.left().y()) * dy;
        return beyond / Math.hypot(dx, dy);
    }

    private static double across(Piece piece, Point origin, double cos, double sin) {
        Point centre = piece.place().centre();
        return -(centre.x() - origin.x()) * sin + (centre.y() - origin.y()) * cos;
    }

    private static double along(Piece piece, Point origin, double cos, double sin) {
        Point left = piece.place().left();
        return (left.x() - origin.x()) * cos + (left.y() - origin.y()) * sin;
    }
}
