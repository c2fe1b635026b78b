package io.namesake.mylines;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestStaff;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.face.PresentationAttack.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Promise 5: only a person whose identity has just been verified sees the lines in their name. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class MyLinesTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000_000);

    @Autowired
    TestHttp http;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void the_faces_are_alike() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
    }

    @Test
    void a_person_sees_their_lines_and_nobody_elses() {
        var erika = new TestPerson(http, "Muster");
        var other = new TestPerson(http, "Sample");
        var first = erika.takesLine();
        var second = erika.takesLine();
        var others = other.takesLine();

        var visit = erika.looksAtTheirLines();

        assertThat(visit.lines())
                .extracting(line -> line.get("line").asString())
                .containsExactlyInAnyOrder(first, second)
                .doesNotContain(others);
        assertThat(visit.line(first).get("operator").asString()).isEqualTo("Test Telecom");
        assertThat(visit.line(first).get("cause").asString()).isEqualTo("APPLICATION");
    }

    @Test
    void who_takes_a_line_can_look_at_all_of_them_right_away() {
        var erika = new TestPerson(http, "Muster");
        erika.takesLine();
        var applicant = erika.verified(TestApplicant.withSession(http, TestApplicant.newLine()));
        assertThat(erika.visit(applicant).lines()).hasSize(2);
    }

    @Test
    void who_is_not_verified_sees_nothing() {
        faces.find(() -> ScriptedFaces.compared(1, Finding.LIVE));
        var applicant = TestApplicant.forMyLines(http);
        applicant.consent(http).expectStatus().isOk();
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        http.bearer(applicant.sessionToken)
                .post()
                .uri("/v1/me/sessions")
                .exchange()
                .expectStatus()
                .isForbidden();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(applicant.decided().get("state").asString()).isEqualTo("REFUSED");

        http.bearer(applicant.sessionToken)
                .post()
                .uri("/v1/me/sessions")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_verification_that_is_too_long_ago_opens_nothing() {
        var erika = new TestPerson(http, "Muster");
        var applicant = erika.verified(TestApplicant.forMyLines(http));
        clock.advance(Duration.ofMinutes(16));

        http.bearer(applicant.sessionToken)
                .post()
                .uri("/v1/me/sessions")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("verification-too-old");
    }

    @Test
    void a_session_ends_when_it_is_left_unused_or_after_its_longest_time() {
        var erika = new TestPerson(http, "Muster");
        var left = erika.looksAtTheirLines();
        left.delete("/v1/me/session").expectStatus().isNoContent();
        left.client().get().uri("/v1/me/lines").exchange().expectStatus().isUnauthorized();

        var unused = erika.looksAtTheirLines();
        clock.advance(Duration.ofMinutes(16));
        unused.client().get().uri("/v1/me/lines").exchange().expectStatus().isUnauthorized();

        var busy = erika.looksAtTheirLines();
        for (int minute = 0; minute < 60; minute += 10) {
            busy.lines();
            clock.advance(Duration.ofMinutes(10));
        }
        busy.client().get().uri("/v1/me/lines").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void neither_an_operator_nor_staff_nor_a_capture_session_sees_a_persons_lines() {
        http.operator().get().uri("/v1/me/lines").exchange().expectStatus().isForbidden();
        TestStaff.with(http, "AGENT", "REVIEWER", "SUPERVISOR", "AUDITOR")
                .get()
                .uri("/v1/me/lines")
                .exchange()
                .expectStatus()
                .isForbidden();
        http.bearer(TestApplicant.withConsent(http).sessionToken)
                .get()
                .uri("/v1/me/lines")
                .exchange()
                .expectStatus()
                .isForbidden();
        http.anyone().get().uri("/v1/me/lines").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void a_person_sees_their_lines_at_every_operator_on_a_phone_and_on_paper() {
        var erika = new TestPerson(http, "Muster");
        var here = erika.takesLine();
        var elsewhere = "erika-" + UUID.randomUUID() + "@elsewhere.example";
        lineAtAnotherOperator(elsewhere, here);
        var visit = erika.looksAtTheirLines();

        assertThat(visit.line(here).get("operator").asString()).isEqualTo("Test Telecom");
        assertThat(visit.line(elsewhere).get("operator").asString()).isEqualTo("Elsewhere Telecom");
        TestStaff.with(http, "AGENT")
                .post()
                .uri("/v1/staff/applications/" + visit.application() + "/my-lines-on-paper")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.lines[*].operator")
                .value(operators -> assertThat(operators.toString()).contains("Test Telecom", "Elsewhere Telecom"));
    }

    /** In the name of whoever holds the other line. */
    private void lineAtAnotherOperator(String name, String ofWhoHolds) {
        var operator = UUID.randomUUID();
        jdbc.sql("insert into operator (id, name, created_at) values (:id, 'Elsewhere Telecom', now())")
                .param("id", operator)
                .update();
        jdbc.sql("""
                        with fresh as (
                            insert into line (id, operator_id, service, identifier, status, since, holding_id)
                            values (:line, :operator, 'INTERNET', :name, 'ACTIVE', now(), :holding))
                        insert into holding (id, line_id, holder_id, held_from, verified_at)
                        select :holding, :line, holder_id, now(), now()
                        from holding join line on line.holding_id = holding.id where line.identifier = :other
                        """)
                .param("line", UUID.randomUUID())
                .param("operator", operator)
                .param("name", name)
                .param("holding", UUID.randomUUID())
                .param("other", ofWhoHolds)
                .update();
    }

    @Test
    void on_paper_it_is_given_for_the_person_who_was_just_verified_and_logged() {
        var erika = new TestPerson(http, "Muster");
        var line = erika.takesLine();
        var visit = erika.looksAtTheirLines();
        var path = "/v1/staff/applications/" + visit.application() + "/my-lines-on-paper";

        TestStaff.with(http, "REVIEWER")
                .post()
                .uri(path)
                .exchange()
                .expectStatus()
                .isForbidden();
        TestStaff.with(http, "AGENT")
                .post()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.lines[0].line")
                .isEqualTo(line);

        assertThat(logged(visit.application())).contains("my-lines.printed");
        clock.advance(Duration.ofMinutes(16));
        TestStaff.with(http, "AGENT").post().uri(path).exchange().expectStatus().isForbidden();
        TestStaff.with(http, "AGENT")
                .post()
                .uri("/v1/staff/applications/" + UUID.randomUUID() + "/my-lines-on-paper")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_line_can_be_lent_and_the_holder_says_to_whom_in_their_own_words() {
        var erika = new TestPerson(http, "Muster");
        var line = erika.takesLine();
        var visit = erika.looksAtTheirLines();
        var path = "/v1/me/lines/" + visit.line(line).get("id").asString() + "/user";

        visit.client()
                .put()
                .uri(path)
                .body(Map.of("kind", "CHILD", "label", "my daughter"))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(visit.line(line).at("/user/label").asString()).isEqualTo("my daughter");
        assertThat(jdbc.sql("select encode(sealed_label, 'escape') from line_user")
                        .query(String.class)
                        .list())
                .noneMatch(label -> label.contains("daughter"));
        visit.delete(path).expectStatus().isOk();
        assertThat(visit.line(line).get("user").isNull()).isTrue();
        visit.client()
                .put()
                .uri(path)
                .body(Map.of("kind", "CHILD", "label", " "))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_line_that_is_not_needed_ends_at_once_and_the_holder_can_take_that_back_for_some_days() {
        var erika = new TestPerson(http, "Muster");
        var line = erika.takesLine();
        var visit = erika.looksAtTheirLines();
        var ending = visit.post("/v1/me/lines/" + visit.line(line).get("id").asString() + "/ending", Map.of())
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(visit.lines()).isEmpty();
        assertThat(status(line)).isEqualTo("DEACTIVATED");
        assertThat(visit.get("/v1/me/lines").at("/ended/0/line").asString()).isEqualTo(line);

        visit.delete("/v1/me/endings/" + ending.get("endingId").asString())
                .expectStatus()
                .isOk();

        assertThat(visit.lines()).hasSize(1);
        assertThat(status(line)).isEqualTo("ACTIVE");
        assertThat(visit.get("/v1/me/lines").get("ended")).isEmpty();
    }

    @Test
    void taking_an_end_back_is_no_way_around_the_most_lines_that_a_person_may_have() {
        var erika = new TestPerson(http, "Muster");
        var lines = Stream.generate(() -> "+86170" + NUMBERS.incrementAndGet())
                .limit(4)
                .toList();
        lines.stream().limit(3).forEach(line -> erika.verified(TestApplicant.withSession(http, line)));
        var visit = erika.looksAtTheirLines();
        var ending = visit.post(
                        "/v1/me/lines/" + visit.line(lines.getFirst()).get("id").asString() + "/ending", Map.of())
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        erika.verified(TestApplicant.withSession(http, lines.getLast()));

        visit.delete("/v1/me/endings/" + ending.get("endingId").asString())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("line-limit-reached");

        assertThat(status(lines.getFirst())).isEqualTo("DEACTIVATED");
    }

    @Test
    void after_those_days_an_end_is_an_end_and_later_the_number_is_given_out_again() {
        var erika = new TestPerson(http, "Muster");
        var line = erika.takesLine();
        var visit = erika.looksAtTheirLines();
        var ending = visit.post("/v1/me/lines/" + visit.line(line).get("id").asString() + "/ending", Map.of())
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        clock.advance(Duration.ofDays(8));
        erika.looksAtTheirLines()
                .delete("/v1/me/endings/" + ending.get("endingId").asString())
                .expectStatus()
                .isNotFound();
        TestApplicant.create(http, line).expectStatus().isEqualTo(409);

        clock.advance(Duration.ofDays(90));

        var next = new TestPerson(http, "Next");
        next.verified(TestApplicant.withSession(http, line));
        assertThat(next.looksAtTheirLines().lines()).hasSize(1);
        assertThat(erika.looksAtTheirLines().lines()).isEmpty();
    }

    @Test
    void somebody_elses_line_does_not_exist_for_a_person() {
        var erika = new TestPerson(http, "Muster");
        var other = new TestPerson(http, "Sample");
        var line = other.takesLine();
        var id = other.looksAtTheirLines().line(line).get("id").asString();
        var visit = erika.looksAtTheirLines();

        visit.post("/v1/me/lines/" + id + "/dispute", Map.of("claim", "NEVER_TOOK_IT"))
                .expectStatus()
                .isNotFound();
        visit.post("/v1/me/lines/" + id + "/ending", Map.of()).expectStatus().isNotFound();
        visit.client()
                .put()
                .uri("/v1/me/lines/" + id + "/user")
                .body(Map.of("kind", "CHILD", "label", "nobody"))
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(status(line)).isEqualTo("ACTIVE");
    }

    private String status(String line) {
        return jdbc.sql("select status from line where identifier = :line")
                .param("line", line)
                .query(String.class)
                .single();
    }

    private List<String> logged(String subject) {
        return jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                .param("id", subject)
                .query(String.class)
                .list();
    }
}
