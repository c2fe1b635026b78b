package io.namesake.document.print;

import io.namesake.document.print.ocr.TextRow;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.resident.ResidentSide;
import io.namesake.document.print.zone.ReadZone;
import io.namesake.document.print.zone.ZoneRows;
import java.util.List;
import java.util.Optional;

/**
 * What was found on one page.
 *
 * @param page upright as the camera was held; the document in it may lie at any angle
 * @param rows of text, not read
 * @param candidates what looked like a machine-readable zone
 * @param zone where all of it was read
 * @param resident the side of a Chinese resident card that it is
 */
record ReadPage(
        Page page,
        List<TextRow> rows,
        List<ZoneRows> candidates,
        Optional<ReadZone> zone,
        Optional<ResidentSide> resident) {

    boolean isKnown() {
        return zone.isPresent() || resident.isPresent();
    }
}
