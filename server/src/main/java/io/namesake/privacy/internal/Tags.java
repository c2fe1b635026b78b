package io.namesake.privacy.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * What a screen reader goes by: a tree of headings, paragraphs, lists and tables beside what is drawn (ISO 32000-1, 14.7 and 14.8; as
 * ISO 14289-1, PDF/UA, asks for). Elements are in the order in which they are to be read.
 */
final class Tags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole;
    /** By page, the element of each piece of marked content, by its number. */
    private final Map<PDPage, COSArray> marked = new LinkedHashMap<>();

    Tags(PDDocument document) {
        var catalog = document.getDocumentCatalog();
        var info = new PDMarkInfo();
        info.setMarked(true);
        catalog.setMarkInfo(info);
        catalog.setStructureTreeRoot(root);
        whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
        root.appendKid(whole);
    }

    /** The element that holds all others. */
    PDStructureElement whole() {
        return whole;
    }

    /** A new element at the end of another. @param type one of {@link StandardStructureTypes} */
    static PDStructureElement in(PDStructureElement parent, String type) {
        var element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** A cell that is the heading of its row. */
    static PDStructureElement rowHeading(PDStructureElement row) {
        var heading = in(row, StandardStructureTypes.TH);
        var scope = new PDTableAttributeObject();
        scope.setScope(PDTableAttributeObject.SCOPE_ROW);
        heading.addAttribute(scope);
        return heading;
    }

    /** A piece of the page is to be the element's. @return the number under which the page has to mark it */
    int mark(PDStructureElement element, PDPage page) {
        var ofPage = marked.computeIfAbsent(page, _ -> new COSArray());
        int number = ofPage.size();
        ofPage.add(element.getCOSObject());
        var reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(number);
        element.setPage(page);
        element.appendKid(reference);
        return number;
    }

    /** Writes the way back, from what is marked on each page to its element; now that all is marked. */
    void finish() throws IOException {
        var parents = new LinkedHashMap<Integer, PDParentTreeValue>();
        for (var page : marked.entrySet()) {
            page.getKey().setStructParents(parents.size());
            parents.put(parents.size(), new PDParentTreeValue(page.getValue()));
        }
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.size());
    }
}
