package io.namesake.mylines;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.access.client.TestClients;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.mylines.TestPerson.Visit;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Two holders who share a document's number and nothing of a name, until a verification with words of both shows one person. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class OnePersonAfterAllTest {
    private static final String SCOPE = "kyc-tenure:check-tenure";

    @Autowired
    TestHttp http;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String number = "M" + UUID.randomUUID().toString().substring(0, 8);
    private RestTestClient bank;
    private Visit one;
    private Visit other;
    private String first;
    private String second;

    @BeforeEach
    void two_holders_each_with_a_line_that_a_bank_may_ask_about() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        bank = TestClients.calling(http, "THIRD_PARTY", SCOPE);
        var muster = new TestPerson(http, "Muster", "Erika", number);
        first = muster.takesLine();
        one = muster.looksAtTheirLines();
        var sample = new TestPerson(http, "Sample", "Max", number);
        second = sample.takesLine();
        other = sample.looksAtTheirLines();
        agree(one, first);
        agree(other, second);
        assertThat(numbers(one)).containsExactly(first);
        assertThat(numbers(other)).containsExactly(second);
    }

    @Test
    void what_either_of_them_had_the_one_person_has() {
        var disputes = List.of(one.disputes(first), other.disputes(second));

        var both = verifiedAsOne();

        assertThat(numbers(both)).containsExactlyInAnyOrder(first, second);
        assertThat(both.get("/v1/me/disputes").get("disputes").valueStream())
                .extracting(dispute -> dispute.get("id").asString())
                .containsExactlyInAnyOrderElementsOf(disputes);
        assertThat(numbers(one)).as("their sessions go on").containsExactlyInAnyOrder(first, second);
        assertThat(numbers(other)).containsExactlyInAnyOrder(first, second);
        assertThat(jdbc.sql("select count(distinct holder_id) from application where id::text in (:ids)")
                        .param("ids", List.of(one.application(), other.application(), both.application()))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whom_either_of_them_told_something_the_one_person_sees_and_can_stop() {
        assertThat(tenure(first)).isTrue();

        var both = verifiedAsOne();

        assertThat(tenure(first)).isTrue();
        assertThat(tenure(second)).isTrue();
        var all = both.get("/v1/me/disclosures");
        assertThat(all.get("disclosures").valueStream())
                .extracting(told -> told.get("line").asString())
                .containsExactlyInAnyOrder(first, first, second);
        for (var consent : all.get("consents").valueStream().toList()) {
            both.delete("/v1/me/consents/" + consent.get("id").asString())
                    .expectStatus()
                    .isOk();
        }
        for (var line : List.of(first, second)) {
            ask(line).expectStatus().isForbidden();
        }
    }

    @Test
    void what_either_of_them_ended_the_one_person_can_take_back() {
        other.post("/v1/me/lines/" + other.line(second).get("id").asString() + "/ending", Map.of())
                .expectStatus()
                .is2xxSuccessful();

        var both = verifiedAsOne();

        var ending = both.get("/v1/me/lines").at("/ended/0/endingId").asString();
        both.delete("/v1/me/endings/" + ending).expectStatus().isOk();
        assertThat(numbers(both)).containsExactlyInAnyOrder(first, second);
    }

    private Visit verifiedAsOne() {
        return new TestPerson(http, "Muster", "Max", number).looksAtTheirLines();
    }

    private void agree(Visit visit, String line) {
        var id = bank.post()
                .uri("/v1/consent-requests")
                .body(Map.of("phoneNumber", line, "scopes", List.of(SCOPE), "purpose", "IDENTITY_VERIFICATION"))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("id")
                .asString();
        visit.post("/v1/me/consents/" + id + "/grant", Map.of()).expectStatus().isOk();
    }

    private boolean tenure(String line) {
        return ask(line)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("tenureDateCheck")
                .asBoolean();
    }

    private RestTestClient.ResponseSpec ask(String line) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return bank.post()
                .uri("/camara/kyc-tenure/v0.2/check-tenure")
                .body(Map.of("phoneNumber", line, "tenureDate", today.toString()))
                .exchange();
    }

    private static List<String> numbers(Visit visit) {
        return visit.lines().stream().map(line -> line.get("line").asString()).toList();
    }
}
