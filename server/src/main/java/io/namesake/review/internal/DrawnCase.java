package io.namesake.review.internal;

import io.namesake.application.ReviewEvidence;
import io.namesake.application.ReviewEvidence.DocumentText;
import io.namesake.application.ReviewEvidence.Tested;
import io.namesake.application.ReviewPicture;
import io.namesake.decision.DocumentEvidence.Field;
import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.decision.Reason;
import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Identity;
import io.namesake.document.Strength;
import io.namesake.document.print.page.Jpeg;
import io.namesake.document.print.page.Page;
import io.namesake.document.specimen.card.DrawnPortrait;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.specimen.card.SpecimenPeople;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A case about nobody, in the form of one that came from a passport's chip: a portrait, a selfie, and what the chip says.
 *
 * <p>A chip's portrait bears no mark; a drawn page would have to say SPECIMEN across it, and so give the sample away.
 *
 * @param reasons why a machine would not have decided it
 */
record DrawnCase(Set<Reason> reasons, ReviewEvidence evidence, byte[] document, byte[] selfie) {
    private static final int SELFIE_WIDTH = 600;
    private static final int SELFIE_HEIGHT = 800;
    private static final double QUALITY = 0.85;

    /** @param today the made-up document is valid then */
    static DrawnCase draw(Truth truth, LocalDate today, RandomGenerator random) {
        long head = random.nextLong();
        long other = truth == Truth.ANOTHER_PERSON ? random.nextLong() : head;
        var portrait = DrawnPortrait.draw(new Random(head));
        var identity = SpecimenPeople.anyone(SpecimenKind.PASSPORT, today, random);
        boolean changed = truth == Truth.FIELDS_CHANGED;
        var read = text(identity, identity.documentNumber());
        return new DrawnCase(
                Set.of(changed ? Reason.FIELDS_CORRECTED : Reason.FACE_MATCH_INCONCLUSIVE),
                new ReviewEvidence(
                        Source.CHIP,
                        Strength.STRONG,
                        changed ? text(identity, another(identity.documentNumber(), random)) : read,
                        read,
                        changed ? Set.of(Field.DOCUMENT_NUMBER) : Set.of(),
                        List.of(
                                new Tested(CheckKind.MRZ_CHECK_DIGITS.name(), Result.PASSED),
                                new Tested(CheckKind.CHIP_SIGNATURE.name(), Result.PASSED),
                                new Tested(CheckKind.CHIP_SIGNER.name(), Result.PASSED),
                                new Tested(CheckKind.CHIP_FILES.name(), Result.PASSED)),
                        true,
                        List.of(),
                        Set.of(ReviewPicture.DOCUMENT, ReviewPicture.SELFIE)),
                Jpeg.write(Page.of(portrait), QUALITY),
                Jpeg.write(Page.of(selfie(DrawnPortrait.draw(new Random(other)), random)), QUALITY));
    }

    private static DocumentText text(Identity identity, String number) {
        return new DocumentText(
                identity.surname(),
                identity.givenNames(),
                null,
                number,
                identity.birthDate().orElse(null),
                identity.lastDay().orElse(null));
    }

    /** The same number with other last digits. */
    private static String another(String number, RandomGenerator random) {
        var digits = new StringBuilder(number);
        int last = digits.length() - 1;
        digits.setCharAt(last, (char) ('0' + (digits.charAt(last) - '0' + 1 + random.nextInt(9)) % 10));
        return digits.toString();
    }

    /** The head as another camera sees it: nearer or farther, a little turned, in other light. */
    private static BufferedImage selfie(BufferedImage head, RandomGenerator random) {
        var picture = new BufferedImage(SELFIE_WIDTH, SELFIE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(new Color(90 + random.nextInt(90), 90 + random.nextInt(90), 90 + random.nextInt(90)));
        graphics.fillRect(0, 0, SELFIE_WIDTH, SELFIE_HEIGHT);
        double scale = 1.2 + 0.4 * random.nextDouble();
        graphics.translate(SELFIE_WIDTH / 2.0, SELFIE_HEIGHT / 2.0);
        graphics.rotate(Math.toRadians(6 * random.nextDouble() - 3));
        graphics.scale(scale, scale);
        graphics.drawImage(head, -head.getWidth() / 2, -head.getHeight() / 2, null);
        graphics.dispose();
        shade(picture, 0.75 + 0.4 * random.nextDouble());
        return picture;
    }

    private static void shade(BufferedImage picture, double light) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                var pixel = new Color(picture.getRGB(x, y));
                picture.setRGB(
                        x,
                        y,
                        new Color(lit(pixel.getRed(), light), lit(pixel.getGreen(), light), lit(pixel.getBlue(), light))
                                .getRGB());
            }
        }
    }

    private static int lit(int level, double light) {
        return (int) Math.min(255, level * light);
    }

    @Override
    public String toString() {
        return "DrawnCase" + reasons;
    }
}
