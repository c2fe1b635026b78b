package io.namesake.document.print;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.Portrait;
import io.namesake.document.print.page.Quad;
import io.namesake.document.print.page.StoredBlocks;
import java.util.List;
import java.util.Optional;

/**
 * A portrait as a page shows it.
 *
 * @param portrait cut out, upright
 * @param cut where it lay; empty when it is a whole side
 * @param signs about it, in the order of their kinds
 */
record Shown(Optional<Portrait> portrait, Optional<CutPortrait> cut, List<EvidenceCheck> signs) {
    /** Of the cut-out: the middle of the portrait, without its frame. */
    private static final double[] INSIDE = {0.2, 0.3, 0.65, 0.8};
    /** To the right of it: paper and print. */
    private static final double[] BESIDE = {1.05, 0.15, 1.9, 0.9};
    /** Likewise where the portrait is on the right. */
    private static final double[] BEFORE = {-0.9, 0.15, -0.05, 0.9};
    /** Of it with some of the page around it, of which the picture may show less. */
    private static final double[] AROUND = {-0.3, -0.2, 1.9, 1.2};
    /** Likewise where the portrait is on the right. */
    private static final double[] AROUND_RIGHT = {-0.9, -0.2, 1.3, 1.2};

    private static final double WITHIN = 0.86;
    private static final double AIR = 1.12;
    /** Around the printed edges, so that whoever looks for a face sees where the picture ends. */
    private static final double FRAMED = 1.03;

    /**
     * Cut out around a face, along the printed edges where there are.
     *
     * @param picture its number among those that were given
     * @param face as {@link FaceCut} has it
     */
    static Shown ofFace(ReadPage page, int picture, Quad face, boolean onTheRight) {
        Optional<Quad> frame = PortraitFrame.about(page.page(), face);
        Quad place = frame.map(edges -> edges.scaled(FRAMED, FRAMED)).orElse(face);
        return of(page, picture, place, PortraitEdges.sign(page.page(), frame), onTheRight);
    }

    /** Cut out where the document's form has it, without a face to go by. */
    static Shown ofForm(ReadPage page, int picture, Quad place, boolean onTheRight) {
        return of(
                page,
                picture,
                place,
                PortraitSign.unknown("no face was found by which its edges could be"),
                onTheRight);
    }

    private static Shown of(ReadPage page, int picture, Quad place, PortraitSign edges, boolean onTheRight) {
        Optional<Portrait> portrait = PortraitCut.cut(page.page(), place);
        Quad inside = part(place, INSIDE);
        EvidenceCheck replaced = PortraitSigns.check(List.of(
                PortraitNoise.sign(page.page(), inside, part(place, onTheRight ? BEFORE : BESIDE)),
                compression(page, place, onTheRight),
                edges));
        return new Shown(
                portrait,
                portrait.map(_ -> new CutPortrait(picture, place)),
                List.of(replaced, PageSigns.copy(page.page(), place, onTheRight)));
    }

    private static PortraitSign compression(ReadPage page, Quad place, boolean onTheRight) {
        try {
            return StoredBlocks.of(page.file(), page.page(), part(place, onTheRight ? AROUND_RIGHT : AROUND))
                    .map(stored ->
                            EarlierCompression.sign(stored, place.scaled(WITHIN, WITHIN), place.scaled(AIR, AIR)))
                    .orElseGet(() -> PortraitSign.unknown("the picture is no JPEG, which tells how it was compressed"));
        } catch (DocumentUnreadable damaged) {
            return PortraitSign.unknown("how the file was compressed cannot be told");
        }
    }

    private static Quad part(Quad cut, double[] box) {
        return cut.part(box[0], box[1], box[2], box[3]);
    }
}
