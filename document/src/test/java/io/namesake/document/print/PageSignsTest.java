package io.namesake.document.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.print.page.Jpeg;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.PageDecoder;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.Recapture;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.specimen.card.SpecimenPages;
import io.namesake.document.support.Specimens;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signs in the pixels; each is for a person to look at. */
class PageSignsTest {
    private static final Identity HOLDER = Printed.anyone(SpecimenKind.PASSPORT, 41);
    private static final Capture NOISY = new Capture(1600, 0.86, 0, 0, 0, 0.4, 0, 0.5, 0.5, 6, 0.95, 0.95);

    @Test
    void an_honest_photo_shows_no_signs() throws Exception {
        IdentityEvidence evidence = evidence(photo());
        assertThat(check(evidence, CheckKind.PORTRAIT_REPLACED).result()).isEqualTo(Result.PASSED);
        assertThat(check(evidence, CheckKind.COPY).result()).isEqualTo(Result.PASSED);
    }

    @Test
    void a_portrait_pasted_into_the_photo_is_a_sign_and_no_verdict() throws Exception {
        Page photo = photo();
        for (int y = photo.height() / 5; y < photo.height() * 3 / 5; y++) {
            for (int x = photo.width() / 10; x < photo.width() * 7 / 20; x++) {
                photo.pixels()[y * photo.width() + x] = 0xC09070 + x % 200 / 8 * 0x010101;
            }
        }
        EvidenceCheck check = check(evidence(photo), CheckKind.PORTRAIT_REPLACED);
        assertThat(check.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(check.confidence()).isPresent();
    }

    @Test
    void a_copy_in_black_and_white_is_a_sign_and_no_verdict() throws Exception {
        Page photo = photo();
        for (int i = 0; i < photo.pixels().length; i++) {
            photo.pixels()[i] = 0x010101 * Page.luma(photo.pixels()[i]);
        }
        EvidenceCheck check = check(evidence(photo), CheckKind.COPY);
        assertThat(check.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(check.confidence()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Recapture.class,
            names = {"SCREEN", "COARSE_HALFTONE"})
    void a_screen_and_a_print_have_a_pattern_that_is_a_sign_and_no_verdict(Recapture shown) throws Exception {
        EvidenceCheck check = copy(shown);
        assertThat(check.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(check.detail()).contains("pattern");
        assertThat(check.confidence().orElseThrow()).isBetween(40, 60);
    }

    @Test
    void the_document_itself_photographed_in_the_same_way_has_no_pattern() throws Exception {
        assertThat(copy(Recapture.DOCUMENT).result()).isEqualTo(Result.PASSED);
    }

    private static EvidenceCheck copy(Recapture shown) throws Exception {
        Page page = Printed.sides(SpecimenKind.PASSPORT, HOLDER).getFirst();
        Page photo = PageDecoder.decode(shown.take(page, Capture.GOOD, new Random(7)));
        return PageSigns.copy(photo, Capture.GOOD.place(page, SpecimenPages.portrait(SpecimenKind.PASSPORT)), false);
    }

    private static Page photo() throws Exception {
        return PageDecoder.decode(
                Printed.photos(SpecimenKind.PASSPORT, HOLDER, NOISY).getFirst());
    }

    private static IdentityEvidence evidence(Page page) throws Exception {
        try (PrintedDocumentReader reader = PrintedDocumentReader.open(1, Specimens.CLOCK)) {
            return ((PrintedReading.Read) reader.read(List.of(Jpeg.write(page, 0.95)))).evidence();
        }
    }

    private static EvidenceCheck check(IdentityEvidence evidence, CheckKind kind) {
        return evidence.checks().stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
