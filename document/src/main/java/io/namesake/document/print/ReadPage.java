package io.namesake.document.print;

import io.namesake.document.print.ocr.TextRow;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.resident.ResidentSide;
import io.namesake.document.print.resident.ResidentSide.Front;
import io.namesake.document.print.zone.ReadZone;
import io.namesake.document.print.zone.ZoneRows;
import java.util.List;
import java.util.Optional;

/**
 * What was found on one page.
 *
 * @param file as it was given
 * @param page upright as the camera was held; the document in it may lie at any angle
 * @param rows of text, not read
 * @param candidates what looked like a machine-readable zone
 * @param zone where all of it was read
 * @param resident the side of a Chinese resident card that it is
 */
record ReadPage(
        byte[] file,
        Page page,
        List<TextRow> rows,
        List<ZoneRows> candidates,
        Optional<ReadZone> zone,
        Optional<ResidentSide> resident) {

    /** Whether nothing is missing that another look could find. */
    boolean isWhole() {
        return zone.isPresent() || resident.filter(ResidentSide::isWhole).isPresent();
    }

    /** What two looks at one page found: the closer one, and what it missed. */
    ReadPage closer(ReadPage look) {
        if (look.isWhole() || resident.isEmpty()) {
            return look;
        }
        return look.resident().isPresent()
                        && look.resident().get() instanceof Front now
                        && resident.get() instanceof Front before
                ? new ReadPage(file, page, look.rows, look.candidates, zone, Optional.of(now.filledFrom(before)))
                : this;
    }
}
