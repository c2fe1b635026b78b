package io.namesake.privacy.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** A tagged document as a screen reader walks it. */
final class HeardDocument {
    private final PDStructureNode root;
    private final Map<COSDictionary, Map<Integer, String>> texts = new HashMap<>();

    HeardDocument(PDDocument document) throws IOException {
        root = document.getDocumentCatalog().getStructureTreeRoot();
        for (var page : document.getPages()) {
            var ofPage = new HashMap<Integer, String>();
            contents(page).forEach(marked -> ofPage.put(marked.getMCID(), text(marked)));
            texts.put(page.getCOSObject(), ofPage);
        }
    }

    /** Each element in its order, with its text. */
    List<String> outline() {
        var lines = new ArrayList<String>();
        walk(root, "", lines);
        return lines;
    }

    List<PDStructureElement> elements(String type) {
        var found = new ArrayList<PDStructureElement>();
        collect(root, type, found);
        return found;
    }

    /** @param tags of what is marked on the page @param untagged how many signs stand outside of it */
    record Signs(List<String> tags, int untagged) {}

    static Signs signs(PDPage page) throws IOException {
        var counting = new Counting();
        counting.processPage(page);
        return new Signs(
                counting.getMarkedContents().stream()
                        .map(PDMarkedContent::getTag)
                        .toList(),
                counting.untagged);
    }

    static List<PDMarkedContent> contents(PDPage page) throws IOException {
        var extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        return extractor.getMarkedContents();
    }

    private void walk(PDStructureNode node, String indent, List<String> lines) {
        boolean begun = false;
        for (var kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement element -> {
                    lines.add(indent + element.getStructureType());
                    walk(element, indent + "  ", lines);
                }
                case PDMarkedContentReference reference -> {
                    var text = texts.get(reference.getPage().getCOSObject()).get(reference.getMCID());
                    lines.add(lines.removeLast() + (begun ? "" : " ") + text);
                    begun = true;
                }
                default -> throw new AssertionError("Not expected in the tree: " + kid);
            }
        }
    }

    private static void collect(PDStructureNode node, String type, List<PDStructureElement> found) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (type.equals(element.getStructureType())) {
                    found.add(element);
                }
                collect(element, type, found);
            }
        }
    }

    private static String text(PDMarkedContent marked) {
        var text = new StringBuilder();
        marked.getContents().forEach(sign -> text.append(((TextPosition) sign).getUnicode()));
        return text.toString();
    }

    private static final class Counting extends PDFMarkedContentExtractor {
        private int untagged;
        private int depth;

        @Override
        public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
            depth++;
            super.beginMarkedContentSequence(tag, properties);
        }

        @Override
        public void endMarkedContentSequence() {
            depth--;
            super.endMarkedContentSequence();
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            untagged += depth == 0 ? 1 : 0;
            super.processTextPosition(text);
        }
    }
}
