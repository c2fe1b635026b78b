package io.namesake.document.print;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceSource;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.mrz.MrzFormat;
import io.namesake.document.number.NationalNumberCheck;
import io.namesake.document.print.page.Quad;
import io.namesake.document.print.zone.ReadZone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what the pages of one document say. */
final class PrintedFindings {
    private static final String NOWHERE = "UTO";

    private final ZoneComparison comparison;
    private final LocalDate today;

    PrintedFindings(ZoneComparison comparison, LocalDate today) {
        this.comparison = comparison;
        this.today = today;
    }

    PrintedReading of(List<ReadPage> pages) {
        Optional<ReadPage> withZone =
                pages.stream().filter(page -> page.zone().isPresent()).findFirst();
        if (withZone.isEmpty()) {
            return ResidentFindings.of(pages, today)
                    .map(evidence -> (PrintedReading) new PrintedReading.Read(evidence))
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
        checks.add(comparison.compare(withZone.get(), pages, identity));
        checks.add(expiry(identity, today));
        checks.add(specimen(identity));
        if (zone.zone().format() != MrzFormat.TD1) {
            Quad cut = PortraitCut.place(zone);
            checks.add(PageSigns.portrait(withZone.get().page(), cut));
            checks.add(PageSigns.copy(withZone.get().page(), cut));
        } else {
            checks.add(EvidenceCheck.notRun(
                    CheckKind.PORTRAIT_REPLACED,
                    "the portrait is on the card's other side, where it is not looked for yet"));
        }
        return new PrintedReading.Read(new IdentityEvidence(
                EvidenceSource.PRINT,
                Optional.of(identity),
                zone.zone().format() == MrzFormat.TD1
                        ? PortraitCut.ofOtherSide(withZone.get(), pages)
                        : PortraitCut.of(withZone.get()),
                checks,
                List.of("the chip: only its signature shows who issued the document"),
                List.of()));
    }

    static EvidenceCheck expiry(Identity identity, LocalDate today) {
        return identity.lastDay()
                .map(last -> last.isBefore(today)
                        ? EvidenceCheck.failed(CheckKind.EXPIRY, "the document's last day was " + last)
                        : EvidenceCheck.passed(CheckKind.EXPIRY, "valid until " + last))
                .orElse(EvidenceCheck.inconclusive(CheckKind.EXPIRY, "the document does not say how long it is valid"));
    }

    private static EvidenceCheck specimen(Identity identity) {
        return identity.issuer().equals(NOWHERE)
                ? EvidenceCheck.inconclusive(CheckKind.SPECIMEN, "its issuer is UTO, which stands for no country")
                        .withConfidence(99)
                : EvidenceCheck.passed(CheckKind.SPECIMEN, "its issuer is not the one of specimens");
    }
}
