package io.namesake.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.TestStaff;
import io.namesake.access.OperatorId;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Limit;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineStatus;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Promise 6: no line ends silently. The whole road over HTTP, with the durable timer, in a clock that is moved by months. */
@NamesakeTest
class RemediationTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    TestHttp http;

    @Autowired
    MovableClock clock;

    @Autowired
    Lines lines;

    @Autowired
    Remediations remediations;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private OperatorId operator;
    private String number;
    private UUID line;

    @BeforeEach
    void an_active_line() {
        operator = new OperatorId(jdbc.sql("select id from operator where name = :name")
                .param("name", TestOperator.NAME)
                .query(UUID.class)
                .single());
        number = "+861390013" + String.format("%04d", NUMBER.incrementAndGet());
        line = verified(UUID.randomUUID());
    }

    @Test
    void a_year_of_remediation_passes_in_seconds_and_no_stage_is_left_out() {
        var id = open().get("id").asString();
        clock.advance(Duration.ofDays(8));
        awaitPhase(id, "UNREACHED");
        clock.advance(Duration.ofDays(100));
        assertThat(get(id).get("phase").asString()).isEqualTo("UNREACHED");
        assertThat(status()).isEqualTo(LineStatus.ACTIVE);

        post(letterOf(id));
        assertThat(get(id).get("phase").asString()).isEqualTo("NOTIFIED");
        clock.advance(Duration.ofDays(34));
        awaitPhase(id, "LIMITED");
        assertThat(limits()).containsExactly(Limit.OUTGOING);
        clock.advance(Duration.ofDays(16));
        await().atMost(Duration.ofSeconds(20)).until(() -> get(id).get("stage").asInt() == 2);
        clock.advance(Duration.ofDays(16));
        awaitPhase(id, "AWAITING_DECISION");

        clock.advance(Duration.ofDays(90));
        assertThat(get(id).get("phase").asString()).isEqualTo("AWAITING_DECISION");
        assertThat(status()).isEqualTo(LineStatus.LIMITED);

        decide(reviewer(), id, "decision", "NOT_CONFIRMED").expectStatus().isOk();
        assertThat(status()).isEqualTo(LineStatus.DEACTIVATED);
        clock.advance(Duration.ofDays(91));
        awaitPhase(id, "ENDED");
        assertThat(get(id).get("history")
                        .valueStream()
                        .map(step -> step.get("phase").asString()))
                .containsExactly(
                        "NOTICE_DUE",
                        "UNREACHED",
                        "NOTIFIED",
                        "LIMITED",
                        "LIMITED",
                        "AWAITING_DECISION",
                        "DEACTIVATED",
                        "ENDED");
        assertThat(jdbc.sql("select count(*) from audit_entry where subject_id = :id and type = 'remediation.step'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void verifying_ends_the_case_and_lifts_every_limit() {
        var id = limited();
        verified(UUID.randomUUID());
        awaitPhase(id, "SETTLED");
        assertThat(get(id).get("settledCause").asString()).isEqualTo("VERIFIED");
        assertThat(status()).isEqualTo(LineStatus.ACTIVE);
        assertThat(limits()).isEmpty();
    }

    @Test
    void an_appeal_stops_the_clock_and_is_decided_by_somebody_who_did_not_decide_before() {
        var opened = open();
        var id = opened.get("id").asString();
        var token = tokenOf(id);
        http.anyone()
                .get()
                .uri("/v1/remediation-notices/" + token)
                .exchange()
                .expectStatus()
                .isOk();
        clock.advance(Duration.ofDays(31));
        awaitPhase(id, "LIMITED");

        appeal(token).expectStatus().isOk();
        clock.advance(Duration.ofDays(300));
        assertThat(get(id).get("phase").asString()).isEqualTo("APPEALED");
        assertThat(get(id).get("nextStepAt").isNull()).isTrue();

        var first = reviewer();
        var shown = first.get()
                .uri("/v1/remediation-queue/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(shown.get("appealStatement").asString()).isEqualTo("It is mine.");
        decide(first, id, "appeal-decision", "NOTHING_NEW").expectStatus().isOk();
        clock.advance(Duration.ofDays(16));
        await().atMost(Duration.ofSeconds(20)).until(() -> get(id).get("stage").asInt() == 2);
        clock.advance(Duration.ofDays(16));
        awaitPhase(id, "AWAITING_DECISION");

        decide(first, id, "decision", "NOT_CONFIRMED").expectStatus().isEqualTo(409);
        var second = reviewer();
        decide(second, id, "decision", "NOT_CONFIRMED").expectStatus().isOk();

        appeal(token).expectStatus().isOk();
        assertThat(status()).isEqualTo(LineStatus.LIMITED);
        decide(second, id, "appeal-decision", "HARDSHIP").expectStatus().isEqualTo(409);
        decide(reviewer(), id, "appeal-decision", "HARDSHIP").expectStatus().isOk();
        assertThat(get(id).get("settledCause").asString()).isEqualTo("APPEAL_GRANTED");
        assertThat(status()).isEqualTo(LineStatus.ACTIVE);
    }

    @Test
    void more_time_for_an_illness_lifts_a_limit_at_once() {
        var id = limited();
        http.anyone()
                .post()
                .uri("/v1/remediation-notices/" + tokenOf(id) + "/extension")
                .body(Map.of("cause", "ILLNESS"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(get(id).get("phase").asString()).isEqualTo("NOTIFIED");
        assertThat(limits()).isEmpty();
    }

    @Test
    void a_withdrawn_case_leaves_nothing_behind() {
        var id = limited();
        http.operator()
                .post()
                .uri("/v1/remediations/" + id + "/withdrawal")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(limits()).isEmpty();
        assertThat(jdbc.sql("select sealed_contact is null from remediation_case where id = :id::uuid")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_second_case_of_the_same_doubt_is_the_first_one() {
        var first = open();
        http.operator()
                .post()
                .uri("/v1/remediations")
                .body(wanted())
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(remediations.openCasesOf(List.of(line)))
                .extracting(found -> found.id().toString())
                .containsExactly(first.get("id").asString());
    }

    @Test
    void an_event_from_before_the_case_does_not_end_it() {
        var id = open().get("id").asString();
        int ended = transaction.execute(_ ->
                remediations.settle(line, SettledCause.VERIFIED, clock.instant().minus(Duration.ofDays(1))));
        assertThat(ended).isZero();
        assertThat(get(id).get("phase").asString()).isEqualTo("NOTICE_DUE");
    }

    @Test
    void nobody_gets_in_by_a_made_up_link_and_only_a_reviewer_decides() {
        var id = open().get("id").asString();
        for (var token : List.of("x", "A".repeat(43))) {
            http.anyone()
                    .get()
                    .uri("/v1/remediation-notices/" + token)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        decide(TestStaff.with(http, "AGENT", "SUPERVISOR"), id, "decision", "NOT_CONFIRMED")
                .expectStatus()
                .isForbidden();
        decide(reviewer(), id, "decision", "NOT_CONFIRMED").expectStatus().isEqualTo(409);
    }

    @Test
    void what_is_personal_is_not_in_the_case_as_it_is_stored() {
        var id = open().get("id").asString();
        var row = jdbc.sql("select remediation_case::text from remediation_case where id = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("erika@example.org", number);
    }

    @Test
    void a_campaign_asks_at_its_pace_and_stops_without_a_trace() {
        var created = http.operator()
                .post()
                .uri("/v1/remediation-campaigns")
                .body(Map.of("name", "Anew", "lines", List.of(number), "pacePerDay", 24, "contactCapacityPerDay", 10))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        var path = "/v1/remediation-campaigns/" + created.get("id").asString();
        assertThat(created.at("/forecast/withinCapacity").asBoolean()).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> campaign(path).get("asked").asInt() == 1);
        http.operator()
                .post()
                .uri(path + "/contacts")
                .body(Map.of("contacts", 3))
                .exchange()
                .expectStatus()
                .isOk();
        http.operator().post().uri(path + "/stop").exchange().expectStatus().isOk();
        assertThat(campaign(path).get("state").asString()).isEqualTo("STOPPED");
        assertThat(campaign(path).get("contacts").asInt()).isEqualTo(3);
        assertThat(remediations.openCasesOf(List.of(line))).isEmpty();
        http.operator().post().uri(path + "/resume").exchange().expectStatus().isEqualTo(409);
    }

    private JsonNode campaign(String path) {
        return json(http.operator().get().uri(path).exchange());
    }

    private String limited() {
        var id = open().get("id").asString();
        http.anyone()
                .get()
                .uri("/v1/remediation-notices/" + tokenOf(id))
                .exchange()
                .expectStatus()
                .isOk();
        clock.advance(Duration.ofDays(31));
        awaitPhase(id, "LIMITED");
        assertThat(limits()).containsExactly(Limit.OUTGOING);
        return id;
    }

    private Map<String, String> wanted() {
        return Map.of(
                "line", number, "doubt", "DOCUMENT_EXPIRED", "reference", "ticket-1", "email", "erika@example.org");
    }

    private JsonNode open() {
        return http.operator()
                .post()
                .uri("/v1/remediations")
                .body(wanted())
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode get(String id) {
        return json(http.operator().get().uri("/v1/remediations/" + id).exchange());
    }

    private static JsonNode json(RestTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private void awaitPhase(String id, String phase) {
        await().atMost(Duration.ofSeconds(20)).until(() -> get(id).get("phase").asString(), phase::equals);
    }

    /** As the person gets it: out of the letter, since this server has no other channel. */
    private String tokenOf(String id) {
        var text = letterOf(id).get("text").asString();
        var after = text.substring(text.indexOf("/notice#") + "/notice#".length());
        return after.substring(0, 43);
    }

    private JsonNode letterOf(String id) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> letters(id), found -> found.size() > 0)
                .getFirst();
    }

    private List<JsonNode> letters(String id) {
        return json(http.operator().get().uri("/v1/letters?limit=200").exchange())
                .get("letters")
                .valueStream()
                .filter(letter -> letter.get("remediationId").asString().equals(id)
                        && letter.get("text").asString().contains("/notice#"))
                .toList();
    }

    private void post(JsonNode letter) {
        http.operator()
                .post()
                .uri("/v1/letters/" + letter.get("id").asString() + "/posted")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private RestTestClient.ResponseSpec appeal(String token) {
        return http.anyone()
                .post()
                .uri("/v1/remediation-notices/" + token + "/appeal")
                .body(Map.of("statement", "It is mine."))
                .exchange();
    }

    private RestTestClient reviewer() {
        return TestStaff.with(http, "REVIEWER");
    }

    private static RestTestClient.ResponseSpec decide(RestTestClient staff, String id, String what, String reason) {
        return staff.post()
                .uri("/v1/remediations/" + id + "/" + what)
                .body(Map.of("reason", reason))
                .exchange();
    }

    /** Somebody is verified for the line, for the first time or once more. */
    private UUID verified(UUID application) {
        var details = new HolderDetails("Muster", "Erika", "C" + number, LocalDate.EPOCH);
        var identifier = LineIdentifier.parse(Service.MOBILE, number);
        return transaction.execute(_ -> {
            if (lines.find(operator, number).isEmpty()) {
                lines.reserve(operator, identifier, application);
            } else {
                lines.reserveAgain(operator, identifier, application);
            }
            return lines.activate(operator, identifier, application, details).id();
        });
    }

    private LineStatus status() {
        return lines.byId(line).orElseThrow().status();
    }

    private java.util.Set<Limit> limits() {
        return lines.byId(line).orElseThrow().limits();
    }
}
