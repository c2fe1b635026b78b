package io.namesake.document.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.mrz.MrzWriter;
import io.namesake.document.print.page.Page;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.DrawnPortrait;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.specimen.card.SpecimenPages;
import io.namesake.document.support.Specimens;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What says of itself that it stands for nobody. */
class SpecimenSignsTest {
    private static final Identity SOMEBODY = of("CHE", "CHE", "KELLER", "S0A12345");

    @Test
    void the_code_of_no_country_in_both_of_its_places_is_sure() {
        EvidenceCheck check = SpecimenSigns.check(of("UTO", "UTO", "KELLER", "S0A12345"), List.of());
        assertThat(check.result()).isEqualTo(Result.FAILED);
        assertThat(check.confidence().orElseThrow()).isGreaterThan(95);
    }

    @Test
    void in_one_place_it_may_be_misread_and_a_person_looks() {
        assertInconclusive(SpecimenSigns.check(of("UTO", "SWE", "KELLER", "S0A12345"), List.of()));
        assertInconclusive(SpecimenSigns.check(of("UNO", "UTO", "KELLER", "S0A12345"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPECIMEN",
                "Specimen",
                "SPÉCIMEN",
                "ESPÉCIMEN",
                "ESPÉCIME",
                "SPECIMENSPECIMENSPECIMEN",
                "SP CIMEN",
                "PECIMEN",
                "MUSTER",
                "Muster/Specimen",
                "WZÓR",
                "样本",
                "样证 SPECIMEN",
                "見本"
            })
    void a_word_for_it_is_a_sign_and_never_a_verdict(String text) {
        assertInconclusive(SpecimenSigns.check(SOMEBODY, List.of("KELLER", text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPECIMEN SIGNATURE",
                "Specimen of holder's signature",
                "MUSTERSTRASSE 4",
                "Muster Anna",
                "SPECIES",
                ""
            })
    void other_words_are_none(String text) {
        assertThat(SpecimenSigns.check(SOMEBODY, List.of(text)).result()).isEqualTo(Result.PASSED);
    }

    @Test
    void whoever_is_called_like_that_is_not_taken_for_a_specimen() {
        Identity muster = of("CHE", "CHE", "MUSTER", "S0A12345");
        assertThat(SpecimenSigns.check(muster, List.of("MUSTER", "Muster", "ANNA"))
                        .result())
                .isEqualTo(Result.PASSED);
        assertInconclusive(SpecimenSigns.check(muster, List.of("MUSTER", "SPECIMEN")));
    }

    @Test
    void a_zone_with_the_word_as_name_or_number_is_a_sign() {
        assertInconclusive(SpecimenSigns.check(of("NLD", "NLD", "SPECIMEN", "S0A12345"), List.of()));
        assertInconclusive(SpecimenSigns.check(of("NLD", "NLD", "DE BRUIJN", "SPECI2014"), List.of()));
    }

    @Test
    void a_page_of_no_country_is_refused_unless_specimens_count() throws Exception {
        IdentityEvidence evidence =
                evidence(Printed.sides(SpecimenKind.PASSPORT, Printed.anyone(SpecimenKind.PASSPORT, 3))
                        .getFirst());
        assertThat(check(evidence).result()).isEqualTo(Result.FAILED);
        assertThat(evidence.standing()).isEqualTo(Standing.REFUSED);
        assertThat(evidence.acceptingSpecimens().standing()).isEqualTo(Standing.READ);
    }

    @Test
    void the_word_is_read_on_the_page_along_its_rows_and_across_them() throws Exception {
        for (double turn : new double[] {0, -35, 90}) {
            assertInconclusive(check(evidence(marked("SPECIMEN", turn))));
        }
        assertThat(check(evidence(marked("", 0))).result()).isEqualTo(Result.PASSED);
    }

    /** Drawn without a mark of its own, and of a state that there is. */
    private static Page marked(String word, double turn) {
        Identity holder = of("CHE", "CHE", "KELLER", "S0A12345");
        BufferedImage drawn = SpecimenPages.draw(
                        SpecimenKind.PASSPORT,
                        Printed.anyone(SpecimenKind.PASSPORT, 3),
                        MrzWriter.write(SpecimenKind.PASSPORT.zone(), holder),
                        DrawnPortrait.draw(new Random(1)))
                .getFirst();
        Graphics2D graphics = drawn.createGraphics();
        graphics.setColor(new Color(0xB02030));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 70));
        graphics.translate(1_150, 480);
        graphics.rotate(Math.toRadians(turn));
        graphics.drawString(word, -180, 25);
        graphics.dispose();
        return Page.of(drawn);
    }

    private static IdentityEvidence evidence(Page page) throws Exception {
        try (PrintedDocumentReader reader = PrintedDocumentReader.open(1, Specimens.CLOCK)) {
            byte[] photo = Capture.GOOD.take(page, new Random(2));
            return ((PrintedReading.Read) reader.read(List.of(photo))).evidence();
        }
    }

    private static EvidenceCheck check(IdentityEvidence evidence) {
        return evidence.checks().stream()
                .filter(check -> check.kind() == CheckKind.SPECIMEN)
                .findFirst()
                .orElseThrow();
    }

    private static void assertInconclusive(EvidenceCheck check) {
        assertThat(check.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(check.confidence()).isPresent();
    }

    private static Identity of(String issuer, String nationality, String surname, String number) {
        Identity anyone = Printed.anyone(SpecimenKind.PASSPORT, 3);
        return new Identity(
                anyone.documentCode(),
                issuer,
                number,
                surname,
                anyone.givenNames(),
                nationality,
                anyone.birthDate(),
                anyone.sex(),
                anyone.lastDay(),
                anyone.personalNumber(),
                anyone.nativeName(),
                anyone.address());
    }
}
