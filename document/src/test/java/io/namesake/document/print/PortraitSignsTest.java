package io.namesake.document.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.print.page.Jpeg;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.PageDecoder;
import io.namesake.document.print.page.Perspective;
import io.namesake.document.print.page.Quad;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.PortraitSwap;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.specimen.card.SpecimenPages;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Portraits that were exchanged and such that were not, photographed alike; the face is where it was drawn. How often is measured by {@code evaluate-documents --portraits}. */
class PortraitSignsTest {
    private static final Page PAGE = Printed.sides(SpecimenKind.PASSPORT, Printed.anyone(SpecimenKind.PASSPORT, 41))
            .getFirst();
    private static final Quad PORTRAIT = SpecimenPages.portrait(SpecimenKind.PASSPORT);
    /** Saved coarsely by the camera, so that an editor saves it finer. */
    private static final Capture CAPTURE = new Capture(1300, 0.86, 1, 0.02, 0, 0.5, 0, 0.5, 0.5, 8, 0.9, 0.68);

    private static final Map<PortraitSwap, List<EvidenceCheck>> CHECKS = new EnumMap<>(PortraitSwap.class);

    @BeforeAll
    static void take_photos() throws Exception {
        for (PortraitSwap done : PortraitSwap.values()) {
            List<EvidenceCheck> checks = new ArrayList<>();
            for (long seed = 1; seed <= 4; seed++) {
                checks.add(check(done.take(PAGE, PORTRAIT, CAPTURE, new Random(seed))));
            }
            CHECKS.put(done, checks);
        }
    }

    @Test
    void untouched_portraits_show_none() {
        assertThat(CHECKS.get(PortraitSwap.UNTOUCHED))
                .extracting(EvidenceCheck::result)
                .containsOnly(Result.PASSED);
    }

    @Test
    void a_clean_picture_pasted_into_the_photo_has_another_noise() {
        assertThat(CHECKS.get(PortraitSwap.PASTED)).allSatisfy(check -> {
            assertThat(check.result()).isEqualTo(Result.INCONCLUSIVE);
            assertThat(check.detail()).contains("another noise");
        });
    }

    @Test
    void the_page_around_a_pasted_picture_was_compressed_before_and_the_picture_was_not_whatever_its_noise() {
        for (PortraitSwap done : List.of(PortraitSwap.PASTED, PortraitSwap.PASTED_WITH_NOISE)) {
            assertThat(CHECKS.get(done))
                    .filteredOn(check ->
                            check.detail().contains("the page around it was compressed before, and it was not"))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(check ->
                            assertThat(check.confidence().orElseThrow()).isGreaterThanOrEqualTo(65));
        }
    }

    @Test
    void a_print_glued_on_the_page_throws_a_shadow_on_one_side_unless_the_light_is_even() {
        assertThat(CHECKS.get(PortraitSwap.GLUED))
                .filteredOn(check -> check.result() == Result.INCONCLUSIVE)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(check -> assertThat(check.detail()).contains("a dark line runs along it on one side only"));
    }

    @Test
    void a_dark_frame_that_is_printed_all_around_is_the_documents_own() throws Exception {
        Page framed = Page.of(PAGE.image());
        for (int x = (int) PORTRAIT.upperLeft().x(); x <= PORTRAIT.upperRight().x(); x++) {
            for (int y = (int) PORTRAIT.upperLeft().y();
                    y <= PORTRAIT.lowerLeft().y();
                    y++) {
                double in = Math.min(
                        Math.min(
                                x - PORTRAIT.upperLeft().x(),
                                PORTRAIT.upperRight().x() - x),
                        Math.min(
                                y - PORTRAIT.upperLeft().y(),
                                PORTRAIT.lowerLeft().y() - y));
                if (in < 5) {
                    framed.pixels()[y * framed.width() + x] = 0x303030;
                }
            }
        }
        EvidenceCheck check = check(CAPTURE.take(framed, new Random(1)));
        assertThat(check.result()).as(check.detail()).isEqualTo(Result.PASSED);
        assertThat(check.detail()).contains("alike all around");
    }

    @Test
    void what_was_made_smaller_after_the_edit_tells_no_more_how_it_was_compressed() throws Exception {
        Page edited = PageDecoder.decode(PortraitSwap.PASTED_WITH_NOISE.take(PAGE, PORTRAIT, CAPTURE, new Random(3)));
        Page smaller = Perspective.resized(edited, edited.width() * 3 / 4, edited.height() * 3 / 4);
        byte[] file = Jpeg.write(smaller, 0.9);
        EvidenceCheck check = Shown.ofFace(read(file), 0, face().times(0.75, 0.75), false)
                .signs()
                .getFirst();
        assertThat(check.detail()).doesNotContain("compressed before");
    }

    @Test
    void a_picture_that_is_no_jpeg_is_judged_by_the_rest_and_says_so() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(CAPTURE.photograph(PAGE, new Random(1)).image(), "png", png);
        EvidenceCheck check = check(png.toByteArray());
        assertThat(check.result()).isEqualTo(Result.PASSED);
        assertThat(check.detail()).contains("the picture is no JPEG");
    }

    @Test
    void what_one_look_saw_is_told_first_and_what_could_not_be_said_is_told_too() {
        EvidenceCheck check = PortraitSigns.check(new ArrayList<>(List.of(
                PortraitSign.unknown("too dark to say"),
                PortraitSign.seen("it is odd", 45),
                PortraitSign.seen("it is strange", 60))));
        assertThat(check.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(check.confidence()).hasValue(70);
        assertThat(check.detail()).contains("it is odd; it is strange; beside that, too dark to say");
        EvidenceCheck nothing = PortraitSigns.check(List.of(PortraitSign.unknown("too dark to say")));
        assertThat(nothing.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(nothing.confidence()).isEmpty();
    }

    private static EvidenceCheck check(byte[] file) throws Exception {
        return Shown.ofFace(read(file), 0, face(), false).signs().getFirst();
    }

    private static ReadPage read(byte[] file) throws Exception {
        return new ReadPage(file, PageDecoder.decode(file), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** A cut as around a face: close. */
    private static Quad face() {
        return CAPTURE.place(PAGE, PORTRAIT).scaled(0.97, 0.97);
    }
}
