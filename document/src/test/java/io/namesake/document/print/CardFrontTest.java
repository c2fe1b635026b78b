package io.namesake.document.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.print.evaluation.Overlap;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.PageDecoder;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.specimen.card.SpecimenPages;
import io.namesake.document.support.Specimens;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The portrait on the front of a small card, whichever way the card lies. The face is a red forehead above a blue chin. */
class CardFrontTest {
    private static final Identity HOLDER = Printed.anyone(SpecimenKind.CARD, 5);
    private static final int BRIGHT = 150;
    private static final int DIM = 110;

    @Test
    void the_portrait_is_cut_out_around_the_face_however_the_card_lies() throws Exception {
        try (PrintedDocumentReader reader =
                PrintedDocumentReader.open(1, Specimens.CLOCK, CardFrontTest::paintedFace)) {
            for (double turn : new double[] {0, 20, 90, 180, 265}) {
                Capture capture = Capture.GOOD.withTurn(turn).withFill(0.62);
                PrintedReading.Read read = read(reader, capture);
                CutPortrait cut = read.cut().orElseThrow();
                Quad drawn = capture.place(front(), SpecimenPages.portrait(SpecimenKind.CARD));
                assertThat(cut.picture()).isZero();
                assertThat(Overlap.of(drawn, cut.place()))
                        .as("%s degrees", turn)
                        .isGreaterThan(0.85);
                assertThat(upperThirdIsRed(read.evidence()))
                        .as("upright at %s degrees", turn)
                        .isTrue();
            }
        }
    }

    @Test
    void signs_are_looked_for_in_a_cards_portrait_too() throws Exception {
        try (PrintedDocumentReader reader =
                PrintedDocumentReader.open(1, Specimens.CLOCK, CardFrontTest::paintedFace)) {
            IdentityEvidence evidence = read(reader, Capture.GOOD).evidence();
            assertThat(result(evidence, CheckKind.PORTRAIT_REPLACED)).isNotEqualTo(Result.NOT_RUN);
            assertThat(result(evidence, CheckKind.COPY)).isEqualTo(Result.PASSED);
        }
    }

    @Test
    void without_a_face_the_portrait_is_the_whole_front_the_right_way_up() throws Exception {
        List<byte[]> shown = new ArrayList<>();
        FaceFinder nobody = picture -> {
            shown.add(picture);
            return Optional.empty();
        };
        try (PrintedDocumentReader reader = PrintedDocumentReader.open(1, Specimens.CLOCK, nobody)) {
            PrintedReading.Read read = read(reader, Capture.GOOD.withTurn(180));
            assertThat(read.cut()).isEmpty();
            assertThat(shown).as("both ways up").hasSize(2);
            assertThat(read.evidence().portrait().orElseThrow().bytes()).isEqualTo(shown.getFirst());
            assertThat(paintedFace(shown.getFirst())).as("upright at first").isPresent();
            assertThat(result(read.evidence(), CheckKind.PORTRAIT_REPLACED)).isEqualTo(Result.NOT_RUN);
        }
    }

    @Test
    void places_overlap_by_what_they_have_in_common() {
        Quad square = square(0);
        assertThat(Overlap.of(square, square)).isEqualTo(1);
        assertThat(Overlap.of(square, square(50))).isBetween(0.32, 0.35);
        assertThat(Overlap.of(square, square(200))).isZero();
    }

    private static Quad square(double left) {
        return new Quad(new Point(left, 0), new Point(left + 100, 0), new Point(left + 100, 100), new Point(left, 100));
    }

    private static PrintedReading.Read read(PrintedDocumentReader reader, Capture capture) throws Exception {
        byte[] back = Printed.photos(SpecimenKind.CARD, HOLDER, Capture.GOOD).getLast();
        return (PrintedReading.Read) reader.read(List.of(capture.take(front(), new Random(3)), back));
    }

    private static Page front() {
        BufferedImage picture = new BufferedImage(350, 450, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(0xC8CCD0));
        graphics.fillRect(0, 0, 350, 450);
        graphics.setColor(new Color(0xD01010));
        graphics.fillRect(100, 100, 150, 125);
        graphics.setColor(new Color(0x1010D0));
        graphics.fillRect(100, 225, 150, 125);
        graphics.dispose();
        return Page.of(SpecimenPages.draw(SpecimenKind.CARD, HOLDER, picture).getFirst());
    }

    /** Where red is above blue. */
    private static Optional<FaceArea> paintedFace(byte[] picture) {
        try {
            Page page = PageDecoder.decode(picture);
            Spot red = Spot.of(page, 16, 0);
            Spot blue = Spot.of(page, 0, 16);
            if (red.bottom >= (blue.top + blue.bottom) / 2) {
                return Optional.empty();
            }
            double left = Math.min(red.left, blue.left);
            double right = Math.max(red.right, blue.right);
            return Optional.of(new FaceArea(
                    left / page.width(),
                    (double) red.top / page.height(),
                    (right - left) / page.width(),
                    (double) (blue.bottom - red.top) / page.height()));
        } catch (DocumentUnreadable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static boolean upperThirdIsRed(IdentityEvidence evidence) throws Exception {
        Page page = PageDecoder.decode(evidence.portrait().orElseThrow().bytes());
        int pixel = page.pixels()[page.height() * 2 / 5 * page.width() + page.width() / 2];
        return (pixel >> 16 & 0xFF) > BRIGHT && (pixel & 0xFF) < DIM;
    }

    private static Result result(IdentityEvidence evidence, CheckKind kind) {
        return evidence.checks().stream()
                .filter(check -> check.kind() == kind)
                .map(EvidenceCheck::result)
                .findFirst()
                .orElseThrow();
    }

    /** All pixels of one strong colour. */
    private record Spot(int left, int top, int right, int bottom) {
        static Spot of(Page page, int strong, int weak) {
            int left = page.width();
            int top = page.height();
            int right = 0;
            int bottom = 0;
            for (int i = 0; i < page.pixels().length; i++) {
                int pixel = page.pixels()[i];
                if ((pixel >> strong & 0xFF) > BRIGHT && (pixel >> weak & 0xFF) < DIM && (pixel >> 8 & 0xFF) < DIM) {
                    left = Math.min(left, i % page.width());
                    right = Math.max(right, i % page.width());
                    top = Math.min(top, i / page.width());
                    bottom = Math.max(bottom, i / page.width());
                }
            }
            return new Spot(left, top, right, bottom);
        }
    }
}
