package io.namesake.document.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Identity;
import io.namesake.document.Sex;
import io.namesake.document.mrz.MrzWriter;
import io.namesake.document.print.page.Page;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.DrawnPortrait;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.specimen.card.SpecimenPages;
import io.namesake.document.support.Specimens;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whether the printed zone says what the machine-readable one says. */
class ZoneComparisonTest {

    @Test
    void both_zones_of_a_passport_and_both_sides_of_a_card_agree() throws Exception {
        for (SpecimenKind kind : List.of(SpecimenKind.PASSPORT, SpecimenKind.CARD)) {
            Identity holder = Printed.anyone(kind, 31);
            EvidenceCheck check = check(Printed.photos(kind, holder, Capture.GOOD));
            assertThat(check.result()).as(kind.name()).isEqualTo(Result.PASSED);
            assertThat(check.confidence()).isPresent();
        }
    }

    @Test
    void another_surname_in_the_printed_zone_is_a_sign_and_no_verdict() throws Exception {
        Identity zone = Printed.anyone(SpecimenKind.PASSPORT, 33);
        Page side = withPrintedSurname("FORGEMAN", zone);
        EvidenceCheck check = check(List.of(Capture.GOOD.take(side, new Random(3))));
        assertThat(check.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(check.detail()).contains("surname").doesNotContain("FORGEMAN");
        assertThat(check.confidence()).isPresent();
    }

    /** The first row of the zone is found in pieces on most photos, and a piece with both names is as long as a row of the printed zone. */
    @Test
    void the_names_in_a_piece_of_the_zone_itself_do_not_stand_for_the_printed_ones() throws Exception {
        for (int seed = 3; seed <= 4; seed++) {
            Random random = new Random(seed);
            Page side = withPrintedSurname("FORGEMAN", Printed.anyone(SpecimenKind.PASSPORT, seed));
            EvidenceCheck check = check(List.of(Capture.ordinary(random).take(side, random)));
            assertThat(check.result()).as("seed " + seed).isEqualTo(Result.INCONCLUSIVE);
        }
    }

    private static Page withPrintedSurname(String surname, Identity zone) {
        Identity printed = new Identity(
                zone.documentCode(),
                zone.issuer(),
                zone.documentNumber(),
                surname,
                zone.givenNames(),
                zone.nationality(),
                zone.birthDate(),
                zone.sex(),
                zone.lastDay(),
                zone.personalNumber(),
                zone.nativeName(),
                zone.address());
        return drawn(zone, printed);
    }

    /** A passport that says one in its machine-readable zone and another in the printed one. */
    private static Page drawn(Identity zone, Identity printed) {
        return Page.of(SpecimenPages.draw(
                        SpecimenKind.PASSPORT,
                        printed,
                        MrzWriter.write(SpecimenKind.PASSPORT.zone(), zone),
                        DrawnPortrait.draw(new Random(1)))
                .getFirst());
    }

    @Test
    void another_sex_in_the_printed_zone_is_a_sign_and_no_verdict() throws Exception {
        Identity zone = of(Sex.FEMALE);
        Page side = drawn(zone, of(Sex.MALE));
        EvidenceCheck check = check(List.of(Capture.GOOD.take(side, new Random(3))));
        assertThat(check.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(check.detail()).contains("another sex");
        assertThat(check.confidence()).isPresent();
        assertThat(check(Printed.photos(SpecimenKind.PASSPORT, zone, Capture.GOOD))
                        .result())
                .isEqualTo(Result.PASSED);
    }

    private static Identity of(Sex sex) {
        Identity anyone = Printed.anyone(SpecimenKind.PASSPORT, 33);
        return new Identity(
                anyone.documentCode(),
                anyone.issuer(),
                anyone.documentNumber(),
                anyone.surname(),
                anyone.givenNames(),
                anyone.nationality(),
                anyone.birthDate(),
                sex,
                anyone.lastDay(),
                anyone.personalNumber(),
                anyone.nativeName(),
                anyone.address());
    }

    @Test
    void the_back_of_a_card_alone_has_no_printed_zone_to_compare() throws Exception {
        Identity holder = Printed.anyone(SpecimenKind.CARD, 34);
        EvidenceCheck check = check(
                List.of(Printed.photos(SpecimenKind.CARD, holder, Capture.GOOD).getLast()));
        assertThat(check.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(check.confidence()).isEmpty();
    }

    private static EvidenceCheck check(List<byte[]> photos) throws Exception {
        try (PrintedDocumentReader reader = PrintedDocumentReader.open(1, Specimens.CLOCK)) {
            return ((PrintedReading.Read) reader.read(photos))
                    .evidence().checks().stream()
                            .filter(check -> check.kind() == CheckKind.ZONES_AGREE)
                            .findFirst()
                            .orElseThrow();
        }
    }
}
