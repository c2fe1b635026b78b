package io.namesake.privacy.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Lines of text on A4 pages, broken where they are too long. Lengths are in points, 1/72 inch. */
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
    private final List<PDPage> pages = new ArrayList<>();
    private float y;
    private boolean boxes;

    private Paper(PDDocument document, PDType0Font font, CmapLookup signs) {
        this.document = document;
        this.font = font;
        this.signs = signs;
        turn();
    }

    /** Only those signs of the font go into the document that are used in it. */
    static Paper on(PDDocument document) throws IOException {
        var resource = Objects.requireNonNull(Paper.class.getResourceAsStream(FONT), "The font is in the jar");
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(resource));
        return new Paper(document, PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
    }

    void title(String text) {
        write(text, TITLE, 0);
        space();
    }

    void heading(String text) {
        space();
        write(text, HEADING, 0);
    }

    void strong(String text) {
        write(text, TEXT + 1, 0);
    }

    void text(String text) {
        write(text, TEXT, 0);
    }

    void fact(String name, String value) {
        write(name + ": " + value, TEXT, INDENT);
    }

    void space() {
        y -= TEXT;
    }

    /** Whether the font lacked a sign. */
    boolean hasBoxes() {
        return boxes;
    }

    /** Writes at the foot of each page which it is, now that their number is known. */
    void number(BiFunction<Integer, Integer, String> words) {
        for (int i = 0; i < pages.size(); i++) {
            put(words.apply(i + 1, pages.size()), TEXT, 0, pages.get(i), MARGIN / 2);
        }
    }

    private void write(String text, float size, float indent) {
        for (var line : broken(shown(text), size, WIDTH - indent)) {
            if (y - size * LEADING < MARGIN) {
                turn();
            }
            y -= size * LEADING;
            put(line, size, indent, pages.getLast(), y);
        }
    }

    private void turn() {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private void put(String line, float size, float indent, PDPage page, float height) {
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(MARGIN + indent, height);
            content.showText(line);
            content.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private List<String> broken(String text, float size, float width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        text.codePoints().forEach(sign -> {
            line.appendCodePoint(sign);
            if (width(line, size) > width) {
                int end = LineBreak.before(line, line.length() - Character.charCount(sign));
                lines.add(line.substring(0, end).stripTrailing());
                line.delete(0, end);
            }
        });
        lines.add(line.toString());
        return lines;
    }

    private float width(CharSequence text, float size) {
        try {
            return font.getStringWidth(text.toString()) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
