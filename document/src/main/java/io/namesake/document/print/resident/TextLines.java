package io.namesake.document.print.resident;

import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of text put into lines, as one reads them along a direction. */
final class TextLines {

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
                .map(line -> line.stream()
                        .sorted(Comparator.comparingDouble(piece -> along(piece, origin, cos, sin)))
                        .map(Piece::text)
                        .collect(Collectors.joining()))
                .toList();
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
