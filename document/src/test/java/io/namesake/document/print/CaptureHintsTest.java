package io.namesake.document.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.Identity;
import io.namesake.document.print.page.Jpeg;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.PageDecoder;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.support.Specimens;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever cannot be read is told one thing to do. */
class CaptureHintsTest {
    private static final Identity HOLDER = Printed.anyone(SpecimenKind.PASSPORT, 11);
    private static PrintedDocumentReader reader;

    @BeforeAll
    static void open() {
        reader = PrintedDocumentReader.open(1, Specimens.CLOCK);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void an_empty_table_is_no_document() throws Exception {
        int[] wood = new int[800 * 600];
        Arrays.fill(wood, 0x806040);
        assertThat(hints(List.of(Jpeg.write(new Page(800, 600, wood), 0.9)))).containsExactly(CaptureHint.NO_DOCUMENT);
    }

    @Test
    void a_document_far_away_is_too_small() throws Exception {
        assertThat(hints(Printed.photos(SpecimenKind.PASSPORT, HOLDER, Capture.GOOD.withFill(0.22))))
                .containsAnyOf(CaptureHint.TOO_SMALL, CaptureHint.NO_DOCUMENT);
    }

    @Test
    void a_picture_out_of_focus_is_blurred() throws Exception {
        assertThat(hints(Printed.photos(SpecimenKind.PASSPORT, HOLDER, Capture.GOOD.withBlur(6))))
                .contains(CaptureHint.BLURRED);
    }

    @Test
    void a_lamp_that_hides_part_of_the_zone_is_glare() throws Exception {
        Page photo = PageDecoder.decode(
                Printed.photos(SpecimenKind.PASSPORT, HOLDER, Capture.GOOD).getFirst());
        for (int y = photo.height() * 7 / 10; y < photo.height() * 9 / 10; y++) {
            Arrays.fill(
                    photo.pixels(),
                    y * photo.width() + photo.width() / 5,
                    y * photo.width() + photo.width() * 2 / 5,
                    0xFFFFFF);
        }
        assertThat(hints(List.of(Jpeg.write(photo, 0.9)))).contains(CaptureHint.GLARE);
    }

    @Test
    void the_front_of_a_card_alone_is_the_wrong_side() throws Exception {
        List<byte[]> sides = Printed.photos(SpecimenKind.CARD, HOLDER, Capture.GOOD);
        assertThat(hints(List.of(sides.getFirst()))).containsExactly(CaptureHint.WRONG_SIDE);
    }

    @Test
    void a_zone_that_runs_out_of_the_picture_is_cut_off() throws Exception {
        Page whole = PageDecoder.decode(
                Printed.photos(SpecimenKind.PASSPORT, HOLDER, Capture.GOOD).getFirst());
        int width = whole.width() * 4 / 5;
        int[] pixels = new int[width * whole.height()];
        for (int y = 0; y < whole.height(); y++) {
            System.arraycopy(whole.pixels(), y * whole.width(), pixels, y * width, width);
        }
        assertThat(hints(List.of(Jpeg.write(new Page(width, whole.height(), pixels), 0.9))))
                .contains(CaptureHint.CUT_OFF);
    }

    private static List<CaptureHint> hints(List<byte[]> photos) throws Exception {
        PrintedReading reading = reader.read(photos);
        assertThat(reading).isInstanceOf(PrintedReading.Retake.class);
        return ((PrintedReading.Retake) reading).hints();
    }
}
