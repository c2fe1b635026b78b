package io.namesake.privacy.internal;

import io.namesake.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.springframework.stereotype.Component;

/** The export as a page to read and print: A4, black on white, in the reader's language. */
@Component
class ExportPdf {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** A time among the facts, as {@link Instant#toString()} writes it. */
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    /** The title once more, where PDF/UA has readers look for it (ISO 14289-1, 7.1). Titles have no signs that XML would escape. */
    private static final String XMP = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:language><rdf:Bag><rdf:li>%1$s</rdf:li></rdf:Bag></dc:language>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%2$s</rdf:li></rdf:Alt></dc:title>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """;

    byte[] of(Export export, Language language) {
        var texts = language.texts(Exports.BUNDLE);
        try (var document = new PDDocument()) {
            var paper = Paper.on(document);
            paper.title(texts.getString("title"));
            paper.text(said(texts, "made", time(export.madeAt()), time(export.verifiedAt())));
            paper.text(said(texts, "holder", export.holderId()));
            export.sections().forEach(section -> write(section, paper, texts));
            paper.heading(texts.getString("retention"));
            paper.list(export.retention().stream()
                    .map(rule -> said(texts, "kept", rule.what(), rule.time(), rule.from(), rule.why()))
                    .toList());
            if (paper.hasBoxes()) {
                paper.text(texts.getString("not-shown"));
            }
            paper.finish((page, pages) -> said(texts, "page", page, pages));
            describe(document, texts.getString("title"), language);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Export.Section section, Paper paper, ResourceBundle texts) {
        paper.heading(section.title());
        if (section.entries().isEmpty()) {
            paper.text(texts.getString("nothing"));
        }
        for (var entry : section.entries()) {
            var at = entry.at();
            if (at != null) {
                paper.strong(time(at));
            }
            paper.facts(entry.facts().entrySet().stream()
                    .map(fact -> Map.entry(named(fact.getKey(), texts), told(fact.getValue())))
                    .toList());
            paper.space();
        }
    }

    private static String named(String fact, ResourceBundle texts) {
        var key = "fact." + fact;
        return texts.containsKey(key) ? texts.getString(key) : fact;
    }

    private static String told(String value) {
        return INSTANT.matcher(value).matches() ? time(Instant.parse(value)) : value;
    }

    /** What a reader announces before the first word: the title in its window's bar and the language to speak. */
    private static void describe(PDDocument document, String title, Language language) throws IOException {
        document.getDocumentInformation().setTitle(title);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(language.tag());
        var viewer = new PDViewerPreferences(new COSDictionary());
        viewer.setDisplayDocTitle(true);
        catalog.setViewerPreferences(viewer);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(XMP.formatted(language.tag(), title).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
    }

    private static String said(ResourceBundle texts, String key, Object... values) {
        var asText = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            asText[i] = String.valueOf(values[i]);
        }
        return MessageFormat.format(texts.getString(key), asText);
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
