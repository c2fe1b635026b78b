package io.namesake.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.language.Language;
import io.namesake.privacy.RetentionRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a screen reader gets of the export, read out of the finished document as it would. */
class ExportPdfTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final String LONG =
            "A reason that is far too long for one line of the page, so that its words have to go on"
                    + " in the next line and must not be heard as one word where the line ends.";

    private PDDocument document;

    @AfterEach
    void close() throws IOException {
        document.close();
    }

    @Test
    void it_says_its_language_and_title_before_the_first_word() throws IOException {
        for (var language : Language.values()) {
            document = made(language, 1);
            var catalog = document.getDocumentCatalog();
            var title = language.texts(Exports.BUNDLE).getString("title");
            assertThat(catalog.getLanguage()).isEqualTo(language.tag());
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(title);
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains(">" + title + "<", ">" + language.tag() + "<");
        }
    }

    @Test
    void headings_tables_and_lists_are_told_and_read_in_the_order_in_which_they_stand() throws IOException {
        document = made(Language.ENGLISH, 1);
        assertThat(new HeardDocument(document).outline())
                .containsExactly(
                        "Document",
                        "  H1 What Namesake keeps about you",
                        "  P Made on 2026-11-28 10:00 UTC; you were last verified on 2026-11-28 10:00 UTC.",
                        "  P Your number in the register: 00000000-0000-0001-0000-000000000002",
                        "  Sect",
                        "    H2 Lines",
                        "    H3 2026-11-28 10:00 UTC",
                        "    Table",
                        "      TR",
                        "        TH Line: ",
                        "        TD +8613800138000",
                        "      TR",
                        "        TH Since: ",
                        "        TD 2026-11-28 10:00 UTC",
                        "      TR",
                        "        TH Service: ",
                        "        TD " + LONG,
                        "  Sect",
                        "    H2 Disputes",
                        "    P Nothing.",
                        "  Sect",
                        "    H2 How long it is kept, and why",
                        "    L",
                        "      LI",
                        "        LBody Cases: 1 year (their end). " + LONG);
        assertThat(new HeardDocument(document).elements("TH"))
                .hasSize(3)
                .allSatisfy(heading -> assertThat(((PDTableAttributeObject)
                                        heading.getAttributes().getObject(0))
                                .getScope())
                        .isEqualTo("Row"));
    }

    @Test
    void over_many_pages_every_sign_is_tagged_or_said_to_be_decoration() throws IOException {
        document = made(Language.ENGLISH, 60);
        assertThat(document.getNumberOfPages()).isGreaterThan(3);
        for (var page : document.getPages()) {
            var signs = HeardDocument.signs(page);
            assertThat(signs.tags()).containsOnlyOnce("Artifact");
            assertThat(signs.untagged()).isZero();
        }
        var outline = new HeardDocument(document).outline();
        assertThat(outline).filteredOn(line -> line.strip().startsWith("H3 ")).hasSize(60);
        // Also where a text goes on overleaf, it is one element.
        assertThat(outline)
                .filteredOn(line -> line.strip().startsWith("TD A"))
                .hasSize(60)
                .allMatch(line -> line.strip().equals("TD " + LONG));
    }

    @Test
    void from_each_piece_of_a_page_the_way_leads_back_to_its_element() throws IOException {
        document = made(Language.ENGLISH, 20);
        var parents = document.getDocumentCatalog()
                .getStructureTreeRoot()
                .getParentTree()
                .getNumbers();
        for (var page : document.getPages()) {
            var ofPage = (COSArray) parents.get(page.getStructParents()).getCOSObject();
            for (var marked : HeardDocument.contents(page)) {
                if (!marked.getTag().equals("Artifact")) {
                    var element = new PDStructureElement((COSDictionary) ofPage.getObject(marked.getMCID()));
                    assertThat(element.getStructureType()).isEqualTo(marked.getTag());
                }
            }
        }
    }

    private static PDDocument made(Language language, int entries) throws IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("line", "+8613800138000");
        facts.put("since", NOW.toString());
        facts.put("service", LONG);
        var items = IntStream.range(0, entries)
                .mapToObj(_ -> new Export.Item("holdings", NOW, facts))
                .toList();
        var export = new Export(
                new UUID(1, 2),
                NOW,
                NOW,
                List.of(
                        new Export.Section("lines", "Lines", items),
                        new Export.Section("disputes", "Disputes", List.of())),
                List.of(new RetentionRule("cases", "Cases", Duration.ofDays(365), "1 year", "their end", LONG, null)));
        var bytes = new ExportPdf().of(export, language);
        // To be looked at: pdftoppm -r 60 -png server/target/export-en-60.pdf page
        Files.write(Path.of("target", "export-" + language.tag() + "-" + entries + ".pdf"), bytes);
        return Loader.loadPDF(bytes);
    }
}
