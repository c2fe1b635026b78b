package io.namesake.document.print;

import io.namesake.document.Identity;
import io.namesake.document.print.page.Page;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.DrawnPortrait;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.specimen.card.SpecimenPages;
import io.namesake.document.specimen.card.SpecimenPeople;
import io.namesake.document.support.Specimens;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** Photos of specimens. */
final class Printed {
    static final LocalDate TODAY = LocalDate.ofInstant(Specimens.NOW, ZoneOffset.UTC);

    private Printed() {}

    static Identity anyone(SpecimenKind kind, long seed) {
        return SpecimenPeople.anyone(kind, TODAY, new Random(seed));
    }

    static List<Page> sides(SpecimenKind kind, Identity identity) {
        return SpecimenPages.draw(kind, identity, DrawnPortrait.draw(new Random(1))).stream()
                .map(Page::of)
                .toList();
    }

    /** A photo of each side. */
    static List<byte[]> photos(SpecimenKind kind, Identity identity, Capture capture) {
        Random random = new Random(2);
        return sides(kind, identity).stream()
                .map(side -> capture.take(side, random))
                .toList();
    }
}
