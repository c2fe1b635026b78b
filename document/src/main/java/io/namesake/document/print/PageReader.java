package io.namesake.document.print;

import io.namesake.document.print.ocr.TextDetector;
import io.namesake.document.print.ocr.TextReader;
import io.namesake.document.print.ocr.TextRow;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.zone.ReadZone;
import io.namesake.document.print.zone.ZoneFinder;
import io.namesake.document.print.zone.ZoneReader;
import io.namesake.document.print.zone.ZoneRows;
import java.util.List;
import java.util.Optional;

/** Reads one page. */
final class PageReader {
    /** To how many pixels a page is brought to find text, and what is tried when nothing can be read. */
    private static final int[] SIDES = {736, 1_120};

    private final TextDetector detector;
    private final ZoneReader zones;

    PageReader(TextDetector detector, TextReader reader) {
        this.detector = detector;
        this.zones = new ZoneReader(reader);
    }

    ReadPage read(Page page) {
        ReadPage read = null;
        for (int side : SIDES) {
            List<TextRow> rows = detector.find(page, side);
            List<ZoneRows> candidates = ZoneFinder.find(rows);
            read = new ReadPage(page, rows, zone(page, candidates), candidates);
            if (read.zone().isPresent()) {
                return read;
            }
        }
        return read;
    }

    private Optional<ReadZone> zone(Page page, List<ZoneRows> candidates) {
        for (ZoneRows rows : candidates) {
            for (ZoneRows way : List.of(rows, ZoneFinder.turned(rows))) {
                Optional<ReadZone> zone = zones.read(page, way);
                if (zone.isPresent()) {
                    return zone;
                }
            }
        }
        return Optional.empty();
    }
}
