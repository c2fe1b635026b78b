package io.namesake.document.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.EvidenceSource;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.Strength;
import io.namesake.document.print.page.PageDecoder;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.support.Specimens;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrintedDocumentReaderTest {
    private static PrintedDocumentReader reader;

    @BeforeAll
    static void open() {
        reader = PrintedDocumentReader.open(1, Specimens.CLOCK);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @ParameterizedTest
    @EnumSource(SpecimenKind.class)
    void every_kind_of_zone_is_read_from_a_photo(SpecimenKind kind) throws Exception {
        Identity holder = Printed.anyone(kind, 7);
        IdentityEvidence evidence = read(Printed.photos(kind, holder, Capture.GOOD));
        Identity read = evidence.identity().orElseThrow();
        assertThat(evidence.source()).isEqualTo(EvidenceSource.PRINT);
        assertThat(read.surname()).isEqualTo(holder.surname());
        assertThat(read.givenNames()).isEqualTo(holder.givenNames());
        assertThat(read.documentNumber()).isEqualTo(holder.documentNumber());
        assertThat(read.birthDate()).isEqualTo(holder.birthDate());
        assertThat(read.sex()).isEqualTo(holder.sex());
        assertThat(read.lastDay()).isEqualTo(holder.lastDay());
        assertThat(result(evidence, CheckKind.MRZ_CHECK_DIGITS)).isEqualTo(Result.PASSED);
    }

    @Test
    void a_printed_page_is_never_authenticated() throws Exception {
        Identity holder = Printed.anyone(SpecimenKind.PASSPORT, 3);
        IdentityEvidence evidence = read(Printed.photos(SpecimenKind.PASSPORT, holder, Capture.GOOD))
                .acceptingSpecimens();
        assertThat(evidence.standing()).isEqualTo(Standing.READ);
        assertThat(evidence.strength()).isEqualTo(Strength.FAIR);
        assertThat(PageDecoder.decode(evidence.portrait().orElseThrow().bytes()).width())
                .isGreaterThan(200);
    }

    @Test
    void a_page_that_lies_the_wrong_way_round_is_read_all_the_same() throws Exception {
        Identity holder = Printed.anyone(SpecimenKind.PASSPORT, 4);
        for (double turn : new double[] {3, 180, 90, 270}) {
            Capture turned = Capture.GOOD.withTurn(turn).withFill(turn % 180 == 0 ? 0.86 : 0.7);
            IdentityEvidence evidence = read(Printed.photos(SpecimenKind.PASSPORT, holder, turned));
            assertThat(evidence.identity().orElseThrow().documentNumber())
                    .as("%s degrees", turn)
                    .isEqualTo(holder.documentNumber());
        }
    }

    @Test
    void the_sides_of_a_card_may_come_in_any_order() throws Exception {
        Identity holder = Printed.anyone(SpecimenKind.CARD, 5);
        List<byte[]> photos = Printed.photos(SpecimenKind.CARD, holder, Capture.GOOD);
        IdentityEvidence evidence = read(photos);
        assertThat(evidence.identity()).isEqualTo(read(photos.reversed()).identity());
        assertThat(PageDecoder.decode(evidence.portrait().orElseThrow().bytes()).width())
                .as("the whole front")
                .isEqualTo(1600);
        assertThat(read(List.of(photos.getLast())).portrait()).isEmpty();
    }

    @Test
    void a_document_whose_last_day_is_over_is_refused() throws Exception {
        Identity holder = Printed.anyone(SpecimenKind.PASSPORT, 3);
        Clock later = Clock.offset(Specimens.CLOCK, Duration.ofDays(4_000));
        try (PrintedDocumentReader tomorrow = PrintedDocumentReader.open(1, later)) {
            PrintedReading reading = tomorrow.read(Printed.photos(SpecimenKind.PASSPORT, holder, Capture.GOOD));
            IdentityEvidence evidence = ((PrintedReading.Read) reading).evidence();
            assertThat(result(evidence, CheckKind.EXPIRY)).isEqualTo(Result.FAILED);
            assertThat(evidence.standing()).isEqualTo(Standing.REFUSED);
        }
    }

    @Test
    void a_document_that_may_be_without_end_is_left_to_a_person() throws Exception {
        Identity holder = Printed.anyone(SpecimenKind.PASSPORT, 3);
        Identity endless = new Identity(
                holder.documentCode(),
                holder.issuer(),
                holder.documentNumber(),
                holder.surname(),
                holder.givenNames(),
                holder.nationality(),
                holder.birthDate(),
                holder.sex(),
                Optional.of(LocalDate.of(9999, 1, 1)),
                holder.personalNumber(),
                holder.nativeName(),
                holder.address());
        IdentityEvidence evidence = read(Printed.photos(SpecimenKind.PASSPORT, endless, Capture.GOOD));
        assertThat(evidence.identity().orElseThrow().lastDay()).isEmpty();
        assertThat(evidence.checks())
                .filteredOn(check -> check.kind() == CheckKind.EXPIRY)
                .satisfiesExactly(expiry -> {
                    assertThat(expiry.result()).isEqualTo(Result.INCONCLUSIVE);
                    assertThat(expiry.confidence()).hasValue(100);
                });
    }

    @Test
    void too_many_pictures_and_none_are_refused() {
        assertThatThrownBy(() -> reader.read(List.of())).isInstanceOf(DocumentUnreadable.class);
        assertThatThrownBy(() -> reader.read(Collections.nCopies(5, new byte[100])))
                .isInstanceOf(DocumentUnreadable.class);
    }

    private static IdentityEvidence read(List<byte[]> photos) throws DocumentUnreadable {
        PrintedReading reading = reader.read(photos);
        assertThat(reading).isInstanceOf(PrintedReading.Read.class);
        return ((PrintedReading.Read) reading).evidence();
    }

    private static Result result(IdentityEvidence evidence, CheckKind kind) {
        return evidence.checks().stream()
                .filter(check -> check.kind() == kind)
                .map(EvidenceCheck::result)
                .findFirst()
                .orElseThrow();
    }
}
