package io.namesake.document.print;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.print.ocr.TextDetector;
import io.namesake.document.print.ocr.TextReader;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.PageDecoder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads pictures of a printed document: passports, cards and visas with a machine-readable zone (ICAO Doc 9303-4 to -7). Opened
 * once; safe for use by many threads. A page takes about half a second of one core.
 */
public final class PrintedDocumentReader implements AutoCloseable {
    /** Two sides of a document, and some to spare. */
    public static final int MOST_PAGES = 4;

    /** To how many pixels a page is brought to find text, and what is tried when nothing can be read. */
    private static final int SIDE = 736;

    private static final int FINER_SIDE = 1_120;

    private final TextDetector detector;
    private final TextReader reader;
    private final PageReader pages;
    private final Clock clock;
    private final FaceFinder faces;

    private PrintedDocumentReader(int threads, Clock clock, FaceFinder faces) {
        this.faces = faces;
        this.detector = new TextDetector(threads);
        this.reader = new TextReader(threads);
        this.pages = new PageReader(detector, reader);
        this.clock = clock;
    }

    /** As {@link #open(int, Clock, FaceFinder)} without one who finds faces: of a small card the whole front is the portrait, upright, and of others what lies where most have theirs. */
    public static PrintedDocumentReader open(int threads, Clock clock) {
        return open(threads, clock, FaceFinder.NONE);
    }

    /**
     * Loads the networks, which takes about half a second.
     *
     * @param threads for one page, at least 1; with 1 it is read on the caller's
     * @param clock for what is expired
     * @param faces finds the face on a page, so that its portrait can be cut out around it
     */
    public static PrintedDocumentReader open(int threads, Clock clock, FaceFinder faces) {
        return new PrintedDocumentReader(threads, clock, faces);
    }

    /**
     * Reads one document.
     *
     * @param pictures its sides in any order, each a JPEG, PNG or WebP file; at most {@value #MOST_PAGES}
     * @throws DocumentUnreadable when they are too many, or one is no picture or a damaged or too large one
     */
    public PrintedReading read(List<byte[]> pictures) throws DocumentUnreadable {
        if (pictures.isEmpty() || pictures.size() > MOST_PAGES) {
            throw new DocumentUnreadable("a document has one to " + MOST_PAGES + " pictures, not " + pictures.size());
        }
        List<Page> decoded = new ArrayList<>();
        for (byte[] picture : pictures) {
            decoded.add(PageDecoder.decode(picture));
        }
        List<ReadPage> read = new ArrayList<>();
        for (Page page : decoded) {
            read.add(pages.read(pictures.get(read.size()), page, SIDE));
        }
        if (read.stream().noneMatch(page -> page.zone().isPresent())) {
            read = read.stream()
                    .map(page -> page.isWhole() ? page : page.closer(pages.read(page.file(), page.page(), FINER_SIDE)))
                    .toList();
        }
        return new PrintedFindings(new ZoneComparison(reader), faces, LocalDate.now(clock)).of(read);
    }

    @Override
    public void close() {
        detector.close();
        reader.close();
    }
}
