package io.namesake.document.print.zone;

import io.namesake.document.print.page.Quad;
import java.util.List;

/**
 * Rows that may be a machine-readable zone.
 *
 * @param rows two or three, from the top, each from the first character to the last
 */
public record ZoneRows(List<Quad> rows) {
    public ZoneRows {
        rows = List.copyOf(rows);
    }

    /** All of it. */
    public Quad whole() {
        return new Quad(
                rows.getFirst().upperLeft(),
                rows.getFirst().upperRight(),
                rows.getLast().lowerRight(),
                rows.getLast().lowerLeft());
    }
}
