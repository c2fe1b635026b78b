package io.namesake.document.print;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceSource;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Portrait;
import io.namesake.document.mrz.MrzFormat;
import io.namesake.document.number.NationalNumberCheck;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Quad;
import io.namesake.document.print.zone.ReadZone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what the pages of one document say. */
final class PrintedFindings {
    private static final double HALF = 0.5;
    /** A person looks, whatever the operator's policy lets pass. */
    private static final int SURELY = 100;

    private final ZoneComparison comparison;
    private final FaceFinder faces;
    private final LocalDate today;

    PrintedFindings(ZoneComparison comparison, FaceFinder faces, LocalDate today) {
        this.comparison = comparison;
        this.faces = faces;
        this.today = today;
    }

    PrintedReading of(List<ReadPage> pages) {
        Optional<ReadPage> withZone =
                pages.stream().filter(page -> page.zone().isPresent()).findFirst();
        if (withZone.isEmpty()) {
            return ResidentFindings.of(pages, today)
                    .map(read -> (PrintedReading) read)
                    .orElseGet(() -> new PrintedReading.Retake(CaptureHints.of(pages)));
        }
        ReadZone zone = withZone.get().zone().orElseThrow();
        Identity identity = zone.zone().identity(today);
        List<EvidenceCheck> checks = new ArrayList<>();
        for (EvidenceCheck check : zone.zone().checks()) {
            checks.add(
                    check.kind() == CheckKind.MRZ_CHECK_DIGITS && zone.repairs() > 0
                            ? EvidenceCheck.passed(
                                    check.kind(),
                                    "every check digit is right, after " + zone.repairs()
                                            + " characters that could not be told from others were put right by them")
                            : check);
        }
        checks.add(NationalNumberCheck.ofOptionalData(identity));
        ZoneComparison.Compared compared = comparison.compare(withZone.get(), pages, identity);
        checks.add(compared.check());
        checks.add(
                zone.zone().mayBeWithoutEnd(today)
                        ? EvidenceCheck.inconclusive(
                                        CheckKind.EXPIRY,
                                        "its last day is one of 1999, or of a document without end (9999): a person can see which")
                                .withConfidence(SURELY)
                        : expiry(identity, today));
        checks.add(SpecimenSigns.check(identity, compared.texts()));
        Shown shown = zone.zone().format() == MrzFormat.TD1
                ? onOtherSide(withZone.get(), pages, compared)
                : besideZone(withZone.get(), zone, pages);
        checks.addAll(shown.signs());
        return new PrintedReading.Read(
                new IdentityEvidence(
                        EvidenceSource.PRINT,
                        Optional.of(identity),
                        shown.portrait(),
                        checks,
                        List.of("the chip: only its signature shows who issued the document"),
                        List.of()),
                shown.cut());
    }

    private Shown besideZone(ReadPage page, ReadZone zone, List<ReadPage> pages) {
        int picture = pages.indexOf(page);
        Quad above = PortraitCut.above(zone);
        return find(page.page(), above)
                .map(area ->
                        Shown.ofFace(page, picture, FaceCut.around(above, area), area.x() + area.width() / 2 > HALF))
                .filter(shown -> shown.portrait().isPresent())
                .orElseGet(() -> Shown.ofForm(page, picture, PortraitCut.place(zone), false));
    }

    private Optional<FaceArea> find(Page page, Quad above) {
        return faces == FaceFinder.NONE ? Optional.empty() : faces.find(PortraitCut.forFinding(page, above));
    }

    private Shown onOtherSide(ReadPage withZone, List<ReadPage> pages, ZoneComparison.Compared compared) {
        Optional<ReadPage> other = pages.stream()
                .filter(page -> page != withZone && page.zone().isEmpty())
                .findFirst();
        if (other.isEmpty()) {
            return new Shown(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(EvidenceCheck.notRun(
                            CheckKind.PORTRAIT_REPLACED,
                            "the card's other side, which has the portrait, was not shown")));
        }
        ReadPage page = other.get();
        CardFront front = CardFront.of(page, compared.upsideDown().contains(page), faces);
        return front.portrait()
                .map(place -> Shown.ofFace(page, pages.indexOf(page), place, front.isOnTheRight(page.rows())))
                .filter(shown -> shown.portrait().isPresent())
                .orElseGet(() -> new Shown(
                        Optional.of(new Portrait(Portrait.Format.JPEG, front.whole())),
                        Optional.empty(),
                        List.of(EvidenceCheck.notRun(
                                CheckKind.PORTRAIT_REPLACED, "no face was found on the card's front"))));
    }

    static EvidenceCheck expiry(Identity identity, LocalDate today) {
        return identity.lastDay()
                .map(last -> last.isBefore(today)
                        ? EvidenceCheck.failed(CheckKind.EXPIRY, "the document's last day was " + last)
                        : EvidenceCheck.passed(CheckKind.EXPIRY, "valid until " + last))
                .orElse(EvidenceCheck.inconclusive(CheckKind.EXPIRY, "the document does not say how long it is valid"));
    }
}
