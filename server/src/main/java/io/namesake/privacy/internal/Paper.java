package io.namesake.privacy.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Lines of text on A4 pages, broken where they are too long, and tagged for who listens. Lengths are in points, 1/72 inch. */
final class Paper {
    private static final String FONT = "/io/namesake/privacy/font/400Regular/NotoSansSC_400Regular.ttf";
    private static final float MARGIN = 56;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TITLE = 18;
    private static final float HEADING = 13;
    private static final float TEXT = 10;
    private static final float INDENT = 14;
    private static final float LEADING = 1.5f;
    private static final int BOX = 0x25A1;

    private final PDDocument document;
    private final PDType0Font font;
    private final CmapLookup signs;
    private final Tags tags;
    private final List<PDPage> pages = new ArrayList<>();
    private PDStructureElement section;
    private float y;
    private boolean boxes;

    private Paper(PDDocument document, PDType0Font font, CmapLookup signs) {
        this.document = document;
        this.font = font;
        this.signs = signs;
        this.tags = new Tags(document);
        this.section = tags.whole();
        turn();
    }

    /** Only those signs of the font go into the document that are used in it. */
    static Paper on(PDDocument document) throws IOException {
        var resource = Objects.requireNonNull(Paper.class.getResourceAsStream(FONT), "The font is in the jar");
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(resource));
        // One sign for "fi" would be heard, searched for and copied as another word.
        font.setEnableGsub(false);
        return new Paper(document, PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
    }

    /** Text, or a part of it, and what it is. */
    private record Piece(String text, PDStructureElement of) {}

    void title(String text) {
        write(TITLE, 0, new Piece(text, Tags.in(tags.whole(), StandardStructureTypes.H1)));
        space();
    }

    /** Begins a section, to which all that follows belongs. */
    void heading(String text) {
        space();
        section = Tags.in(tags.whole(), StandardStructureTypes.SECT);
        write(HEADING, 0, new Piece(text, Tags.in(section, StandardStructureTypes.H2)));
    }

    /** A heading within the section. */
    void strong(String text) {
        write(TEXT + 1, 0, new Piece(text, Tags.in(section, StandardStructureTypes.H3)));
    }

    void text(String text) {
        write(TEXT, 0, new Piece(text, Tags.in(section, StandardStructureTypes.P)));
    }

    /** A table of two columns without lines: what it is, and what it says. */
    void facts(List<Map.Entry<String, String>> facts) {
        if (facts.isEmpty()) {
            return;
        }
        var table = Tags.in(section, StandardStructureTypes.TABLE);
        facts.forEach(fact -> {
            var row = Tags.in(table, StandardStructureTypes.TR);
            write(
                    TEXT,
                    INDENT,
                    new Piece(fact.getKey() + ": ", Tags.rowHeading(row)),
                    new Piece(fact.getValue(), Tags.in(row, StandardStructureTypes.TD)));
        });
    }

    void list(List<String> items) {
        var list = Tags.in(section, StandardStructureTypes.L);
        for (var item : items) {
            var body = Tags.in(Tags.in(list, StandardStructureTypes.LI), StandardStructureTypes.L_BODY);
            write(TEXT, 0, new Piece(item, body));
        }
    }

    void space() {
        y -= TEXT;
    }

    /** Whether the font lacked a sign. */
    boolean hasBoxes() {
        return boxes;
    }

    /** Writes at the foot of each page which it is, now that their number is known, and how all that was written is to be read. */
    void finish(BiFunction<Integer, Integer, String> words) throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            try (var content = new PDPageContentStream(document, pages.get(i), AppendMode.APPEND, true)) {
                // Who listens need not hear it in the middle of a sentence that goes on overleaf.
                content.beginMarkedContent(COSName.ARTIFACT);
                begin(content, TEXT, 0, MARGIN / 2);
                content.showText(words.apply(i + 1, pages.size()));
                content.endText();
                content.endMarkedContent();
            }
        }
        tags.finish();
    }

    private void write(float size, float indent, Piece... pieces) {
        var text = new StringBuilder();
        var ends = new int[pieces.length];
        for (int i = 0; i < pieces.length; i++) {
            text.append(shown(pieces[i].text()));
            ends[i] = text.length();
        }
        int from = 0;
        for (int to : breaks(text, size, WIDTH - indent)) {
            if (y - size * LEADING < MARGIN) {
                turn();
            }
            y -= size * LEADING;
            var line = new ArrayList<Piece>();
            for (int i = 0, begin = 0; i < pieces.length; begin = ends[i++]) {
                int start = Math.max(from, begin);
                int end = Math.min(to, ends[i]);
                if (start < end) {
                    line.add(new Piece(text.substring(start, end), pieces[i].of()));
                }
            }
            put(line, size, indent);
            from = to;
        }
    }

    private void turn() {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private void put(List<Piece> line, float size, float indent) {
        try (var content = new PDPageContentStream(document, pages.getLast(), AppendMode.APPEND, true)) {
            begin(content, size, indent, y);
            for (var piece : line) {
                content.beginMarkedContent(
                        COSName.getPDFName(piece.of().getStructureType()), tags.mark(piece.of(), pages.getLast()));
                content.showText(piece.text());
                content.endMarkedContent();
            }
            content.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin(PDPageContentStream content, float size, float indent, float height) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(MARGIN + indent, height);
    }

    /** What the font has no sign for becomes a box, and what is no sign at all becomes a space. */
    private String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(sign -> {
            if (Character.isISOControl(sign) || Character.isWhitespace(sign)) {
                shown.append(' ');
            } else if (signs.getGlyphId(sign) == 0) {
                shown.appendCodePoint(BOX);
                boxes = true;
            } else {
                shown.appendCodePoint(sign);
            }
        });
        return shown.toString();
    }

    /** Where each line ends. Its last space stays, without which who listens would hear two words as one. */
    private List<Integer> breaks(CharSequence text, float size, float width) {
        var ends = new ArrayList<Integer>();
        var line = new StringBuilder();
        text.codePoints().forEach(sign -> {
            line.appendCodePoint(sign);
            if (sign != ' ' && width(line, size) > width) {
                int end = LineBreak.before(line, line.length() - Character.charCount(sign));
                ends.add((ends.isEmpty() ? 0 : ends.getLast()) + end);
                line.delete(0, end);
            }
        });
        ends.add(text.length());
        return ends;
    }

    private float width(CharSequence text, float size) {
        try {
            return font.getStringWidth(text.toString()) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
