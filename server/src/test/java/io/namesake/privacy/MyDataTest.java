package io.namesake.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHolders;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.face.PresentationAttack.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What a person may ask about themselves, and nobody else. */
@NamesakeTest
@Import({ScriptedFaces.Configuration.class, TestHolders.Configuration.class})
class MyDataTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @Test
    void a_person_gets_all_that_is_kept_about_them_and_nothing_of_anybody_else() {
        var applicant = verified();
        var another = verified();
        var export = json(as(applicant).get().uri("/v1/me/export?locale=en").exchange());
        assertThat(export.toString()).contains(applicant.id, applicant.line).doesNotContain(another.id, another.line);
        assertThat(export.get("holderId").asString())
                .isEqualTo(holder(applicant).toString());
        assertThat(export.get("sections")
                        .valueStream()
                        .map(section -> section.get("name").asString()))
                .contains("applications", "consents", "lines");
        assertThat(section(export, "lines").toString()).contains("Muster", applicant.line);
        var facts = section(export, "applications").get("entries").get(0).get("facts");
        assertThat(facts.get("outcome").asString()).isEqualTo("VERIFIED");
        assertThat(section(export, "consents")
                        .get("entries")
                        .get(0)
                        .get("facts")
                        .get("textVersion")
                        .asString())
                .startsWith("1-");
        assertThat(export.get("retention").size()).isEqualTo(KeptData.values().length);
        assertThat(logged(applicant)).containsExactly("personal-data.exported");
    }

    @Test
    void a_person_of_whom_nothing_is_known_gets_an_empty_export() {
        var export = json(http.bearer(TestHolders.token(UUID.randomUUID()))
                .get()
                .uri("/v1/me/export?locale=zh-CN")
                .exchange());
        assertThat(export.get("sections")
                        .valueStream()
                        .map(section -> section.get("entries").size()))
                .containsOnly(0);
        assertThat(section(export, "applications").get("title").asString()).isEqualTo("申请");
    }

    @Test
    void the_same_can_be_read_and_printed_in_both_languages() throws Exception {
        var applicant = verified();
        assertThat(printed(applicant, "en"))
                .contains("What Namesake keeps about you", "Line: " + applicant.line, "Page 1 of ");
        assertThat(printed(applicant, "zh-CN")).contains("保存的关于您的内容", "线路: " + applicant.line, "第 1 页");
    }

    @Test
    void what_the_law_lets_go_is_erased_and_the_rest_is_listed_with_its_rule_and_day() {
        var applicant = verified();
        assertThat(traces(applicant)).isPositive();
        var answer = json(as(applicant).post().uri("/v1/me/erasure?locale=en").exchange());
        assertThat(traces(applicant)).isZero();
        assertThat(answer.get("erased")
                        .valueStream()
                        .map(gone -> gone.get("kind").asString()))
                .containsExactly("capture-traces");
        assertThat(answer.get("kept")
                        .valueStream()
                        .map(stays -> stays.at("/rule/kind").asString()))
                .contains("cases", "consents", "holdings");
        assertThat(answer.get("kept").valueStream()).allSatisfy(stays -> {
            assertThat(stays.at("/rule/why").asString()).isNotBlank();
            assertThat(stays.get("count").asInt()).isPositive();
        });
        assertThat(logged(applicant)).containsExactly("personal-data.erased");

        var again = json(as(applicant).post().uri("/v1/me/erasure?locale=en").exchange());
        assertThat(again.get("erased").size()).isZero();
        assertThat(again.get("kept").size()).isEqualTo(answer.get("kept").size());
    }

    @Test
    void neither_the_operator_nor_an_applicant_may_ask_for_it() {
        http.operator()
                .get()
                .uri("/v1/me/export?locale=en")
                .exchange()
                .expectStatus()
                .isForbidden();
        http.operator()
                .post()
                .uri("/v1/me/erasure?locale=en")
                .exchange()
                .expectStatus()
                .isForbidden();
        http.bearer(TestApplicant.withSession(http).sessionToken)
                .get()
                .uri("/v1/me/export.pdf?locale=en")
                .accept(MediaType.APPLICATION_PDF, MediaType.APPLICATION_PROBLEM_JSON)
                .exchange()
                .expectStatus()
                .isForbidden();
        http.anyone()
                .get()
                .uri("/v1/me/export?locale=en")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private String printed(TestApplicant applicant, String locale) throws Exception {
        var bytes = as(applicant)
                .get()
                .uri("/v1/me/export.pdf?locale=" + locale)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        // The font has 10 MB; only the signs that are used went in.
        assertThat(bytes.length).isBetween(5_000, 300_000);
        try (var document = Loader.loadPDF(bytes)) {
            for (var font : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(font).isEmbedded())
                        .isTrue();
            }
            return new PDFTextStripper().getText(document);
        }
    }

    private TestApplicant verified() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        var applicant = TestApplicant.withConsent(http);
        // Each is a person of their own, by the number of their document.
        var fields = new HashMap<>(TestApplicant.FIELDS);
        fields.put("documentNumber", "M" + UUID.randomUUID().toString().substring(0, 8));
        applicant.document(Pictures.DOCUMENT_OF_A, fields).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
        return applicant;
    }

    private RestTestClient as(TestApplicant applicant) {
        return http.bearer(TestHolders.token(holder(applicant)));
    }

    private UUID holder(TestApplicant applicant) {
        return jdbc.sql("select holder_id from holding where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .query(UUID.class)
                .single();
    }

    private int traces(TestApplicant applicant) {
        return jdbc.sql("""
                        select (select count(*) from capture_link where application_id = :id)
                            + (select count(*) from capture_session where application_id = :id)
                        """)
                .param("id", UUID.fromString(applicant.id))
                .query(Integer.class)
                .single();
    }

    private List<String> logged(TestApplicant applicant) {
        return jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                .param("id", holder(applicant).toString())
                .query(String.class)
                .list();
    }

    private static JsonNode section(JsonNode export, String name) {
        return export.get("sections")
                .valueStream()
                .filter(section -> section.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(RestTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
