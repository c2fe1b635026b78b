package io.namesake.document.print;

import io.namesake.document.print.ocr.TextDetector;
import io.namesake.document.print.ocr.TextReader;
import io.namesake.document.print.ocr.TextRow;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.resident.ResidentCardReader;
import io.namesake.document.print.resident.ResidentSide;
import io.namesake.document.print.zone.ReadZone;
import io.namesake.document.print.zone.ZoneFinder;
import io.namesake.document.print.zone.ZoneReader;
import io.namesake.document.print.zone.ZoneRows;
import java.util.List;
import java.util.Optional;

/** Reads one page. */
final class PageReader {
    private final TextDetector detector;
    private final ZoneReader zones;
    private final ResidentCardReader residents;

    PageReader(TextDetector detector, TextReader reader) {
        this.detector = detector;
        this.zones = new ZoneReader(reader);
        this.residents = new ResidentCardReader(reader);
    }

    /** @param file that the page was decoded from @param side to how many pixels the longer side is brought to find text */
    ReadPage read(byte[] file, Page page, int side) {
        List<TextRow> rows = detector.find(page, side);
        List<ZoneRows> candidates = ZoneFinder.find(rows);
        Optional<ReadZone> zone = zone(page, candidates);
        Optional<ResidentSide> resident = zone.isPresent() ? Optional.empty() : residents.read(page, rows);
        return new ReadPage(file, page, rows, candidates, zone, resident);
    }

    private Optional<ReadZone> zone(Page page, List<ZoneRows> candidates) {
        for (ZoneRows rows : candidates) {
            for (ZoneRows way : List.of(rows, ZoneFinder.turned(rows))) {
                Optional<ReadZone> zone = zones.read(page, way).or(() -> zones.readBeyond(page, way));
                if (zone.isPresent()) {
                    return zone;
                }
            }
        }
        return Optional.empty();
    }
}
