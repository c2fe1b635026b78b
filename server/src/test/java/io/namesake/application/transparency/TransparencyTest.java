package io.namesake.application.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.database.SqlTime;
import io.namesake.face.PresentationAttack.Finding;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Promise 4 in numbers, of nobody. The server is its own: its counts are those of this test. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
@TestPropertySource(properties = "namesake.retention.case=364d")
class TransparencyTest {
    private static final YearMonth MONTH = YearMonth.now(ZoneOffset.UTC).minusMonths(2);

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @Test
    void counts_by_outcome_service_and_reason_are_those_that_were_decided() {
        var month = MONTH;
        decisions(month, 40, "MOBILE", "VERIFIED", "", Duration.ofMinutes(2), false);
        decisions(month, 12, "MOBILE", "REFUSED", "FACE_DOES_NOT_MATCH", Duration.ofMinutes(4), false);
        decisions(month, 6, "MOBILE", "REVIEW", "ATTENDED_CHECK_REQUESTED", Duration.ofMinutes(1), true);
        decisions(month, 20, "FIXED", "VERIFIED", "", Duration.ofHours(2), true);
        decisions(month.minusMonths(1), 3, "FIXED", "REFUSED", "DOCUMENT_EXPIRED", Duration.ofMinutes(1), false);

        var report = report(month);
        assertThat(report.at("/total/value").asInt()).isEqualTo(78);
        assertThat(count(report, "outcomes", "outcome", "VERIFIED")).isEqualTo("60");
        assertThat(count(report, "outcomes", "outcome", "REFUSED")).isEqualTo("12");
        assertThat(count(report, "reasons", "reason", "FACE_DOES_NOT_MATCH")).isEqualTo("12");
        assertThat(count(report, "reasons", "reason", "DOCUMENT_EXPIRED")).isEqualTo("0");
        assertThat(report.at("/attended/value").asInt()).isEqualTo(20);
        assertThat(report.get("attendedShare").asDouble()).isEqualTo(0.28);
        assertThat(report.get("medianSeconds").asInt()).isEqualTo(120);
        assertThat(report.get("slowestTenthSeconds").asInt()).isEqualTo(7200);

        var before = report(month.minusMonths(1));
        assertThat(before.at("/total/shown").asString()).isEqualTo("<5");
        assertThat(count(before, "outcomes", "outcome", "REFUSED")).isEqualTo("<5");
        assertThat(count(before, "reasons", "reason", "DOCUMENT_EXPIRED")).isEqualTo("withheld");
        assertThat(before.get("medianSeconds").isNull()).isTrue();
        assertThat(before.get("attendedShare").isNull()).isTrue();

        var csv = csv(month.minusMonths(1), month);
        assertThat(csv)
                .startsWith("month,figure,service,outcome,reason,value\r\n")
                .contains(month + ",decisions,MOBILE,VERIFIED,,40\r\n")
                .contains(month.minusMonths(1) + ",decisions,,REFUSED,,<5\r\n")
                .contains(month + ",attended_share,,,,0.28\r\n");
    }

    @Test
    void
            what_is_decided_over_http_is_counted_once_its_month_is_over_and_a_refusal_that_was_overturned_stays_a_refusal() {
        faces.find(() -> ScriptedFaces.compared(1, Finding.LIVE));
        var now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(applicant.decided().get("state").asString()).isEqualTo("REFUSED");
        applicant.attendedCheck().expectStatus().isOk();
        assertThat(jdbc.sql("select outcome from application_decision where application_id = :id order by decided_at")
                        .param("id", UUID.fromString(applicant.id))
                        .query(String.class)
                        .list())
                .containsExactly("REFUSED", "REVIEW");
        assertThat(months(now, now).size()).isZero();
        clock.advance(Duration.ofDays(31));
        assertThat(report(now).at("/total/shown").asString()).isEqualTo("<5");
    }

    @Test
    void refusals_that_a_person_overturned_are_counted() {
        var month = MONTH.minusMonths(2);
        for (int i = 0; i < 6; i++) {
            var id = decision(month, "MOBILE", "REFUSED", "FACE_DOES_NOT_MATCH", Duration.ofMinutes(1), false);
            later(id);
        }
        decisions(month, 7, "MOBILE", "VERIFIED", "", Duration.ofMinutes(1), false);
        assertThat(report(month).at("/overturnedRefusals/value").asInt()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-1&to=2026-02",
                "from=2026-13&to=2026-14",
                "from=2026-03&to=2026-02",
                "from=2020-01&to=2026-01",
                "from=x&to=y",
                "from=2026-01"
            })
    void a_period_that_is_none_is_refused(String query) {
        http.operator()
                .get()
                .uri("/v1/transparency?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void auditors_and_supervisors_may_read_it_and_agents_and_applicants_may_not() {
        var query = "?from=" + MONTH + "&to=" + MONTH;
        http.bearer(staff("AUDITOR"))
                .get()
                .uri("/v1/transparency" + query)
                .exchange()
                .expectStatus()
                .isOk();
        http.bearer(staff("SUPERVISOR"))
                .get()
                .uri("/v1/transparency.csv" + query)
                .exchange()
                .expectStatus()
                .isOk();
        http.bearer(staff("AGENT"))
                .get()
                .uri("/v1/transparency" + query)
                .exchange()
                .expectStatus()
                .isForbidden();
        http.bearer(staff("AGENT"))
                .get()
                .uri("/v1/transparency.csv" + query)
                .accept(MediaType.parseMediaType("text/csv"))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType("application/problem+json");
        http.bearer(TestApplicant.withSession(http).sessionToken)
                .get()
                .uri("/v1/transparency" + query)
                .exchange()
                .expectStatus()
                .isForbidden();
        http.anyone()
                .get()
                .uri("/v1/transparency" + query)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private String staff(String role) {
        return http.operator()
                .post()
                .uri("/v1/staff")
                .body(Map.of("name", "Somebody", "roles", List.of(role)))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("token")
                .asString();
    }

    private void decisions(
            YearMonth month,
            int many,
            String service,
            String outcome,
            String reasons,
            Duration took,
            boolean attended) {
        for (int i = 0; i < many; i++) {
            decision(month, service, outcome, reasons, took, attended);
        }
    }

    private UUID decision(
            YearMonth month, String service, String outcome, String reasons, Duration took, boolean attended) {
        var id = UUID.randomUUID();
        var at = month.atDay(15).atStartOfDay(ZoneOffset.UTC).toInstant();
        jdbc.sql("""
                        with asked as (
                            insert into application (id, operator_id, service, line, language, state, created_at, updated_at,
                                expires_at, outcome, reasons, decided_at)
                            select :id, id, :service, 'x', 'en', :outcome, :asked, :at, :at, :outcome, :reasons, :at from operator
                            returning *)
                        insert into application_decision
                            (application_id, decided_at, operator_id, service, outcome, reasons, attended, asked_at)
                        select id, decided_at, operator_id, service, outcome, reasons, :attended, created_at from asked
                        """)
                .param("id", id)
                .param("service", service)
                .param("outcome", outcome)
                .param("reasons", reasons)
                .param("attended", attended)
                .param("at", SqlTime.of(at))
                .param("asked", SqlTime.of(at.minus(took)))
                .update();
        return id;
    }

    private void later(UUID refused) {
        jdbc.sql("""
                        insert into application_decision
                            (application_id, decided_at, operator_id, service, outcome, reasons, attended, asked_at)
                        select application_id, decided_at + interval '1 day', operator_id, service, 'VERIFIED', '', true, asked_at
                        from application_decision where application_id = :id
                        """).param("id", refused).update();
    }

    private JsonNode report(YearMonth month) {
        var months = months(month, month);
        assertThat(months.size()).isOne();
        assertThat(months.get(0).get("month").asString()).isEqualTo(month.toString());
        return months.get(0);
    }

    private JsonNode months(YearMonth from, YearMonth to) {
        return http.operator()
                .get()
                .uri("/v1/transparency?from=" + from + "&to=" + to)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("months");
    }

    private String csv(YearMonth from, YearMonth to) {
        return http.operator()
                .get()
                .uri("/v1/transparency.csv?from=" + from + "&to=" + to)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static String count(JsonNode report, String list, String member, String name) {
        return report.get(list)
                .valueStream()
                .filter(entry -> entry.get(member).asString().equals(name))
                .findFirst()
                .orElseThrow()
                .at("/count/shown")
                .asString();
    }
}
