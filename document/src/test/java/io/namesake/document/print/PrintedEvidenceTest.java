package io.namesake.document.print;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceContract;
import io.namesake.document.EvidenceSource;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Strength;
import io.namesake.document.mrz.MrzWriter;
import io.namesake.document.print.page.Page;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.DrawnPortrait;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.specimen.card.SpecimenPages;
import io.namesake.document.support.Specimens;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PrintedEvidenceTest extends EvidenceContract {
    private static PrintedDocumentReader reader;

    @BeforeAll
    static void open() {
        reader = PrintedDocumentReader.open(1, Specimens.CLOCK);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Override
    protected EvidenceSource source() {
        return EvidenceSource.PRINT;
    }

    @Override
    protected Strength strength() {
        return Strength.FAIR;
    }

    @Override
    protected IdentityEvidence genuine() throws Exception {
        return read(passport());
    }

    @Override
    protected List<Case> altered() throws Exception {
        Identity holder = Printed.anyone(SpecimenKind.PASSPORT, 3);
        char[] zone = MrzWriter.td3(holder).toCharArray();
        // Another number, whose check digit nobody made.
        zone[45] = zone[45] == '7' ? '3' : '7';
        byte[] renumbered = Capture.GOOD.take(
                Page.of(SpecimenPages.draw(
                                SpecimenKind.PASSPORT, holder, new String(zone), DrawnPortrait.draw(new Random(1)))
                        .getFirst()),
                new Random(2));
        return List.of(
                new Case("a page as any printer makes it", this::genuine),
                new Case("another number in the zone", () -> read(List.of(renumbered))));
    }

    @Override
    protected List<Case> foreign() throws Exception {
        byte[] photo = passport().getFirst();
        return List.of(
                new Case("a letter", () -> read(List.of("This is a letter.".getBytes(StandardCharsets.UTF_8)))),
                new Case("nothing", () -> read(List.of(new byte[0]))),
                new Case("half a picture", () -> read(List.of(Arrays.copyOf(photo, 300)))));
    }

    private static List<byte[]> passport() {
        return Printed.photos(SpecimenKind.PASSPORT, Printed.anyone(SpecimenKind.PASSPORT, 3), Capture.GOOD);
    }

    private static IdentityEvidence read(List<byte[]> photos) throws DocumentUnreadable {
        return switch (reader.read(photos)) {
            case PrintedReading.Read read -> read.evidence().acceptingSpecimens();
            case PrintedReading.Retake retake ->
                throw new DocumentUnreadable(retake.hints().getFirst().advice());
        };
    }
}
