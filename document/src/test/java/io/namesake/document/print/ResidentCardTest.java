package io.namesake.document.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.print.page.Page;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.ChineseFont;
import io.namesake.document.specimen.card.DrawnPortrait;
import io.namesake.document.specimen.card.ResidentPages;
import io.namesake.document.specimen.card.ResidentPerson;
import io.namesake.document.support.Specimens;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The resident identity card of China, drawn where this machine has a font for it. */
class ResidentCardTest {
    private static final ResidentPerson PERSON = ResidentPerson.anyone(Printed.TODAY, new Random(5));
    private static PrintedDocumentReader reader;

    @BeforeAll
    static void open() {
        assumeTrue(ChineseFont.family().isPresent(), ChineseFont.advice());
        reader = PrintedDocumentReader.open(1, Specimens.CLOCK);
    }

    @AfterAll
    static void close() {
        if (reader != null) {
            reader.close();
        }
    }

    @Test
    void both_sides_say_who_it_is_and_the_number_agrees() throws Exception {
        List<byte[]> photos = photos(PERSON);
        for (List<byte[]> order : List.of(photos, photos.reversed())) {
            IdentityEvidence evidence = read(order);
            Identity read = evidence.identity().orElseThrow();
            assertThat(read.documentNumber()).isEqualTo(PERSON.number());
            assertThat(read.nativeName()).contains(PERSON.name());
            assertThat(read.address()).contains(PERSON.address());
            assertThat(read.sex()).isEqualTo(PERSON.sex());
            assertThat(read.birthDate()).contains(PERSON.birthDate());
            assertThat(read.lastDay()).contains(PERSON.lastDay());
            assertThat(check(evidence, CheckKind.NATIONAL_NUMBER).result()).isEqualTo(Result.PASSED);
            assertThat(check(evidence, CheckKind.SPECIMEN).result()).isEqualTo(Result.INCONCLUSIVE);
            assertThat(evidence.standing()).isEqualTo(Standing.READ);
            assertThat(evidence.portrait()).isPresent();
        }
    }

    @Test
    void without_its_back_nobody_knows_how_long_it_is_valid() throws Exception {
        IdentityEvidence evidence = read(photos(PERSON).subList(0, 1));
        assertThat(check(evidence, CheckKind.EXPIRY).result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(evidence.identity().orElseThrow().lastDay()).isEqualTo(Optional.empty());
        assertThat(evidence.missing()).anyMatch(missing -> missing.contains("the back"));
    }

    @Test
    void a_printed_birth_date_that_is_not_the_numbers_is_a_sign() throws Exception {
        LocalDate other = PERSON.birthDate().minusYears(3);
        ResidentPerson changed = new ResidentPerson(
                PERSON.name(),
                PERSON.sex(),
                PERSON.nation(),
                other,
                PERSON.address(),
                PERSON.number(),
                PERSON.authority(),
                PERSON.from(),
                PERSON.lastDay());
        EvidenceCheck check = check(read(photos(changed)), CheckKind.NATIONAL_NUMBER);
        assertThat(check.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(check.confidence()).isPresent();
    }

    private static List<byte[]> photos(ResidentPerson person) {
        Random random = new Random(2);
        return ResidentPages.draw(
                        person, DrawnPortrait.draw(random), ChineseFont.family().orElseThrow())
                .stream()
                .map(side -> Capture.GOOD.take(Page.of(side), random))
                .toList();
    }

    private static IdentityEvidence read(List<byte[]> photos) throws Exception {
        return ((PrintedReading.Read) reader.read(photos)).evidence();
    }

    private static EvidenceCheck check(IdentityEvidence evidence, CheckKind kind) {
        return evidence.checks().stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
