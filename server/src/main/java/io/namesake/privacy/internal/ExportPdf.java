package io.namesake.privacy.internal;

import io.namesake.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** The export as a page to read and print: A4, black on white, in the reader's language. */
@Component
class ExportPdf {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** A time among the facts, as {@link Instant#toString()} writes it. */
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    byte[] of(Export export, Language language) {
        var texts = language.texts(Exports.BUNDLE);
        try (var document = new PDDocument()) {
            var paper = Paper.on(document);
            paper.title(texts.getString("title"));
            paper.text(said(texts, "made", time(export.madeAt()), time(export.verifiedAt())));
            paper.text(said(texts, "holder", export.holderId()));
            export.sections().forEach(section -> write(section, paper, texts));
            paper.heading(texts.getString("retention"));
            export.retention()
                    .forEach(
                            rule -> paper.text(said(texts, "kept", rule.what(), rule.time(), rule.from(), rule.why())));
            if (paper.hasBoxes()) {
                paper.text(texts.getString("not-shown"));
            }
            paper.number((page, pages) -> said(texts, "page", page, pages));
            document.getDocumentInformation().setTitle(texts.getString("title"));
            document.getDocumentCatalog().setLanguage(language.tag());
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
            entry.facts().forEach((name, value) -> {
                var key = "fact." + name;
                paper.fact(
                        texts.containsKey(key) ? texts.getString(key) : name,
                        INSTANT.matcher(value).matches() ? time(Instant.parse(value)) : value);
            });
            paper.space();
        }
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
