package io.namesake.document.print;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceSource;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Sex;
import io.namesake.document.number.NationalNumberCheck;
import io.namesake.document.number.NationalNumbers;
import io.namesake.document.number.Region;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import io.namesake.document.print.resident.ResidentSide.Back;
import io.namesake.document.print.resident.ResidentSide.Front;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts together what the sides of a Chinese resident card say. */
final class ResidentFindings {
    private static final String CHINA = "CHN";
    private static final int MISREAD_OR_FORGED = 70;

    private ResidentFindings() {}

    /** Empty where the front, or part of it that must not be missing, was not read. */
    static Optional<PrintedReading.Read> of(List<ReadPage> pages, LocalDate today) {
        for (int i = 0; i < pages.size(); i++) {
            ReadPage page = pages.get(i);
            if (page.resident().isPresent() && page.resident().get() instanceof Front front) {
                return front.isWhole() ? Optional.of(reading(i, page, front, back(pages), today)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Back> back(List<ReadPage> pages) {
        return pages.stream()
                .flatMap(page -> page.resident().stream())
                .filter(Back.class::isInstance)
                .map(Back.class::cast)
                .findFirst();
    }

    private static PrintedReading.Read reading(
            int picture, ReadPage page, Front front, Optional<Back> back, LocalDate today) {
        Identity identity = new Identity(
                "I",
                CHINA,
                front.number(),
                "",
                "",
                CHINA,
                front.birthDate(),
                front.sex().orElse(Sex.UNSPECIFIED),
                back.flatMap(Back::lastDay),
                Optional.of(front.number()),
                front.name(),
                front.address());
        List<EvidenceCheck> checks = new ArrayList<>();
        checks.add(number(identity));
        checks.add(back.map(side -> validity(side, identity, today))
                .orElseGet(() -> EvidenceCheck.inconclusive(
                        CheckKind.EXPIRY, "the back, which says how long it is valid, was not shown")));
        boolean specimen = front.specimen() || back.map(Back::specimen).orElse(false);
        checks.add(
                specimen
                        ? EvidenceCheck.inconclusive(CheckKind.SPECIMEN, "it says that it is a specimen")
                                .withConfidence(95)
                        : EvidenceCheck.passed(CheckKind.SPECIMEN, "nothing was read that says specimen"));
        Quad place = portrait(front);
        Shown shown = Shown.ofForm(page, picture, place, true);
        checks.addAll(shown.signs());
        checks.sort(Comparator.comparing(EvidenceCheck::kind));
        List<String> missing = new ArrayList<>();
        if (back.isEmpty()) {
            missing.add("the back: issuing authority and validity");
        }
        missing.add("the chip: only it shows who issued the document");
        return new PrintedReading.Read(
                new IdentityEvidence(
                        EvidenceSource.PRINT, Optional.of(identity), shown.portrait(), checks, missing, List.of()),
                shown.cut());
    }

    private static EvidenceCheck validity(Back back, Identity identity, LocalDate today) {
        if (back.lastDay().isEmpty()) {
            return EvidenceCheck.passed(CheckKind.EXPIRY, "valid for life");
        }
        return PrintedFindings.expiry(identity, today);
    }

    /** The number against the printed birth date, sex and address. Whoever moved lives elsewhere than where the number was given. */
    private static EvidenceCheck number(Identity identity) {
        EvidenceCheck check = NationalNumberCheck.of(CHINA, identity.documentNumber(), identity);
        Optional<String> province = NationalNumbers.of(CHINA)
                .flatMap(rule -> rule.read(identity.documentNumber()).region())
                .flatMap(Region::name);
        boolean elsewhere = province.isPresent()
                && identity.address().isPresent()
                && !identity.address().get().startsWith(province.get().substring(0, 2));
        if (check.result() == EvidenceCheck.Result.FAILED) {
            // Eyes of a machine misread a day more often than cards contradict themselves.
            return EvidenceCheck.inconclusive(check.kind(), check.detail()).withConfidence(MISREAD_OR_FORGED);
        }
        return check.result() == EvidenceCheck.Result.PASSED && elsewhere
                ? EvidenceCheck.passed(
                        check.kind(), check.detail() + "; its region is not the address', as of people who moved")
                : check;
    }

    /** Above the number's right half: the card is 85.6 mm wide, and the number with its label takes about 72 of them. */
    private static Quad portrait(Front front) {
        Quad row = front.numberPlace();
        Point right = row.right();
        double length = row.left().distance(right);
        double cos = (right.x() - row.left().x()) / length;
        double sin = (right.y() - row.left().y()) / length;
        double mm = length / (length > 18 * row.height() ? 72 : 46);
        return new Quad(
                at(right, cos, sin, -25 * mm, -44 * mm),
                at(right, cos, sin, 7 * mm, -44 * mm),
                at(right, cos, sin, 7 * mm, -5 * mm),
                at(right, cos, sin, -25 * mm, -5 * mm));
    }

    private static Point at(Point origin, double cos, double sin, double x, double y) {
        return origin.plus(x * cos - y * sin, x * sin + y * cos);
    }
}
