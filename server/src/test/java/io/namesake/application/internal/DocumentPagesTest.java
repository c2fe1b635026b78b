package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.document.print.page.Page;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.DrawnPortrait;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.specimen.card.SpecimenPages;
import io.namesake.document.specimen.card.SpecimenPeople;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Photos of a printed document, read by the real networks, on a server that lets specimens count. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
@TestPropertySource(properties = "namesake.documents.specimens=true")
class DocumentPagesTest {
    private static final List<byte[]> CARD = photos(SpecimenKind.CARD, Capture.GOOD);

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_passports_page_is_read_and_confirmed_and_verifies_where_the_policy_lets_it() {
        var applicant = TestApplicant.withConsent(http);
        applicant.pages(passport()).expectStatus().isOk();
        assertThat(applicant.state().at("/document/source").asString()).isEqualTo("PRINT");
        assertThat(applicant.state().at("/document/strength").asString()).isEqualTo("FAIR");
        assertThat(kindsKept(applicant))
                .containsExactlyInAnyOrder("DOCUMENT_IMAGE", "DOCUMENT_QUALITY", "DOCUMENT_READING", "DOCUMENT_FRONT");
        var reading =
                applicant.reading().expectBody(JsonNode.class).returnResult().getResponseBody();
        applicant
                .confirm(Map.of(
                        "familyName", reading.get("familyName").asString(),
                        "givenNames", reading.get("givenNames").asString(),
                        "documentNumber", reading.get("documentNumber").asString(),
                        "birthDate", reading.get("birthDate").asString(),
                        "expiryDate", reading.get("expiryDate").asString()))
                .expectStatus()
                .isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(kindsKept(applicant)).isEmpty();
    }

    @Test
    void both_sides_of_a_card_in_any_order_are_enough() {
        var applicant = TestApplicant.withConsent(http);
        applicant.pages(CARD.reversed()).expectStatus().isOk();
        assertThat(applicant.state().at("/document/strength").asString()).isEqualTo("FAIR");
        assertThat(kindsKept(applicant)).contains("DOCUMENT_FRONT", "DOCUMENT_BACK");
    }

    @Test
    void the_side_without_a_portrait_alone_is_not_enough_and_says_so() {
        var applicant = TestApplicant.withConsent(http);
        assertProblem(applicant, List.of(CARD.getLast()), "document-wrong-side");
        assertThat(kindsKept(applicant)).isEmpty();
    }

    @Test
    void a_picture_without_a_document_and_what_is_no_picture_say_what_to_do() {
        var applicant = TestApplicant.withConsent(http);
        assertProblem(applicant, List.of(Pictures.SELFIE_OF_A), "document-not-found");
        assertProblem(applicant, List.of("This is a letter.".getBytes()), "document-unreadable");
        assertThat(kindsKept(applicant)).isEmpty();
    }

    @Test
    void a_live_frame_is_guided_by_the_same_codes_and_not_kept() {
        var applicant = TestApplicant.withConsent(http);
        applicant
                .assessDocument(CARD.getFirst())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.usable")
                .isEqualTo(true);
        applicant
                .assessDocument(Pictures.SELFIE_OF_A)
                .expectBody()
                .jsonPath("$.hints[0].code")
                .isEqualTo("document-not-found")
                .jsonPath("$.hints[0].message")
                .isNotEmpty();
        assertThat(kindsKept(applicant)).isEmpty();
    }

    @Test
    void one_or_two_sides_are_taken_and_no_more() {
        var applicant = TestApplicant.withConsent(http);
        var three = new ArrayList<>(CARD);
        three.add(CARD.getFirst());
        applicant.pages(three).expectStatus().isBadRequest();
    }

    private static void assertProblem(TestApplicant applicant, List<byte[]> sides, String slug) {
        applicant
                .pages(sides)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + slug);
    }

    static List<byte[]> passport() {
        return photos(SpecimenKind.PASSPORT, Capture.GOOD);
    }

    private static List<byte[]> photos(SpecimenKind kind, Capture capture) {
        var holder = SpecimenPeople.anyone(kind, LocalDate.now(), new Random(7));
        return SpecimenPages.draw(kind, holder, DrawnPortrait.draw(new Random(1))).stream()
                .map(side -> capture.take(Page.of(side), new Random(2)))
                .toList();
    }

    private List<String> kindsKept(TestApplicant applicant) {
        return jdbc.sql("select kind from evidence where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .query(String.class)
                .list();
    }
}
