package io.namesake.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.database.SqlTime;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.language.Language;
import io.namesake.privacy.KeptData;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Promise 3, for all that is kept: nothing lies longer than is said. The server is its own, since years pass in it. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
@TestPropertySource(properties = {"namesake.retention.deliveries=29d", "namesake.retention.case=400d"})
class RetentionTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @Autowired
    RetentionClock retention;

    @ParameterizedTest
    @EnumSource
    void anybody_can_read_what_is_kept_how_long_and_why(Language language) {
        var rules = http.anyone()
                .get()
                .uri("/v1/retention?locale=" + language.tag())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("rules");
        assertThat(rules.valueStream().map(rule -> rule.get("kind").asString()))
                .containsExactlyElementsOf(
                        Arrays.stream(KeptData.values()).map(KeptData::slug).toList());
        assertThat(rules.valueStream()).allSatisfy(rule -> {
            assertThat(rule.get("what").asString()).isNotBlank();
            assertThat(rule.get("from").asString()).isNotBlank();
            assertThat(rule.get("why").asString()).isNotBlank();
            assertThat(rule.get("time").asString()).isNotBlank().doesNotContain("{");
        });
        var deliveries = rules.get(KeptData.DELIVERIES.ordinal());
        assertThat(deliveries.get("keptFor").asString()).isEqualTo("PT696H");
        assertThat(deliveries.get("time").asString()).isEqualTo(language == Language.ENGLISH ? "29 days" : "29 天");
        assertThat(deliveries.get("setBy").asString()).isEqualTo("namesake.retention.deliveries");
    }

    @Test
    void each_kind_goes_when_its_time_is_over_and_the_log_says_how_many_and_of_nobody() {
        faces.find(() -> ScriptedFaces.compared(1, Finding.LIVE));
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(applicant.decided().get("state").asString()).isEqualTo("REFUSED");
        var id = UUID.fromString(applicant.id);
        var attended = TestApplicant.withSession(http);
        attended.attendedCheck().expectStatus().isOk();
        delivery("DELIVERED");
        delivery("PENDING");
        jdbc.sql(
                        "insert into idempotency_key (operator_id, key, request_sha256, created_at) values (:id, 'k', 'h', :now)")
                .param("id", id)
                .param("now", SqlTime.of(clock.instant()))
                .update();

        retention.tick();
        assertThat(count("capture_session", id)).isOne();
        assertThat(jdbc.sql("select count(*) from idempotency_key")
                        .query(Integer.class)
                        .single())
                .isOne();

        clock.advance(Duration.ofDays(2));
        retention.tick();
        assertThat(count("capture_session", id)).isZero();
        assertThat(count("capture_link", id)).isZero();
        assertThat(jdbc.sql("select count(*) from idempotency_key")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(deliveries()).isEqualTo(2);

        clock.advance(Duration.ofDays(28));
        retention.tick();
        assertThat(deliveries()).isOne();
        assertThat(applications(id)).isOne();

        clock.advance(Duration.ofDays(371));
        retention.tick();
        assertThat(applications(id)).isZero();
        assertThat(count("consent", id)).isOne();
        // A person still has to decide this one.
        assertThat(applications(UUID.fromString(attended.id))).isOne();

        clock.advance(Duration.ofDays(700));
        retention.tick();
        assertThat(count("consent", id)).isZero();

        assertThat(jdbc.sql("select distinct subject_id from audit_entry where type = 'retention.erased'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("capture-traces", "idempotency-keys", "deliveries", "cases", "consents");
        assertThat(jdbc.sql("select details from audit_entry where type = 'retention.erased' and subject_id = 'cases'")
                        .query(String.class)
                        .list())
                .containsExactly("{\"count\":\"1\"}");
    }

    private void delivery(String status) {
        jdbc.sql("""
                        with endpoint as (
                            insert into webhook_endpoint (id, operator_id, url, sealed_secret, created_at)
                            values (:id, :id, 'https://example.com', '\\x00', now()) returning id)
                        insert into webhook_delivery (endpoint_id, event_id, type, body, created_at, status, next_attempt_at)
                        select id, 'e', 't', 'b', now(), :status, case when :status = 'PENDING' then now() + interval '9 years' end
                        from endpoint
                        """).param("id", UUID.randomUUID()).param("status", status).update();
    }

    private int deliveries() {
        return jdbc.sql("select count(*) from webhook_delivery")
                .query(Integer.class)
                .single();
    }

    private int count(String table, UUID application) {
        return jdbc.sql("select count(*) from " + table + " where application_id = :id")
                .param("id", application)
                .query(Integer.class)
                .single();
    }

    private int applications(UUID id) {
        return jdbc.sql("select count(*) from application where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
