package io.namesake.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.TestStaff;
import io.namesake.access.OperatorId;
import io.namesake.application.TestApplicant;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.audit.ProofVerification.Proven;
import io.namesake.audit.ProofVerifier;
import io.namesake.audit.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** An operator's auditors check its log with tokens of their own, and nobody else of its people does. */
@NamesakeTest
class AuditorsTest {
    private static final List<String> READ =
            List.of("checkpoint", "checkpoints", "key", "entries", "entries/1/proof", "consistency?from=1");

    @Autowired
    TestHttp http;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_auditor_signs_reads_and_proves_what_the_operators_key_does() {
        var auditor = TestStaff.with(http, "AUDITOR");
        var seq = append(testOperator());
        auditor.post().uri("/v1/audit/checkpoints").exchange().expectStatus().isOk();
        var key = VerifierKey.parse(text(auditor, "key").strip()).orElseThrow();
        assertThat(new ProofVerifier(List.of(key), Optional.empty())
                        .verify(text(auditor, "entries/" + seq + "/proof").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Proven.class);
        for (var path : READ) {
            assertThat(text(auditor, path)).isEqualTo(text(http.operator(), path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGENT", "REVIEWER", "SUPERVISOR"})
    void staff_of_any_other_role_is_refused(String role) {
        refused(TestStaff.with(http, role));
    }

    @Test
    void who_reviews_as_well_may_not_read_which_cases_are_seeded() {
        refused(TestStaff.with(http, "AUDITOR", "REVIEWER"));
    }

    @Test
    void an_applicant_is_refused() {
        refused(http.bearer(TestApplicant.withSession(http).sessionToken));
    }

    @Test
    void an_auditor_sees_entries_of_the_own_operator_and_of_the_installation_and_of_nobody_else() {
        var own = append(testOperator());
        var installations = append(null);
        var others = append(new OperatorId(UUID.randomUUID()));
        var auditor = TestStaff.with(http, "AUDITOR");
        var seen = entries(auditor, "after=" + (own - 1) + "&limit=200").get("entries");
        assertThat(seen.valueStream().map(entry -> entry.get("seq").asLong()))
                .contains(own, installations)
                .doesNotContain(others);
        assertThat(seen.valueStream().map(entry -> entry.get("operator").asString()))
                .isSubsetOf(testOperator().toString(), "");
        auditor.get()
                .uri("/v1/audit/entries/" + others + "/proof")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void pages_of_entries_follow_one_another_without_a_gap() {
        var first = append(testOperator());
        var expected = new ArrayList<>(List.of(first));
        for (int i = 0; i < 4; i++) {
            append(new OperatorId(UUID.randomUUID()));
            expected.add(append(i % 2 == 0 ? null : testOperator()));
        }
        var auditor = http.operator();
        var seen = new ArrayList<Long>();
        var after = first - 1;
        while (seen.size() < expected.size()) {
            var page = entries(auditor, "after=" + after + "&limit=2");
            page.get("entries").forEach(entry -> seen.add(entry.get("seq").asLong()));
            after = page.get("next").asLong();
        }
        assertThat(seen).isSorted().containsAll(expected).doesNotHaveDuplicates();
        assertThat(entries(auditor, "after=999999999").get("next").isNull()).isTrue();
    }

    private void refused(RestTestClient caller) {
        for (var path : READ) {
            caller.get().uri("/v1/audit/" + path).exchange().expectStatus().isForbidden();
        }
        caller.post().uri("/v1/audit/checkpoints").exchange().expectStatus().isForbidden();
    }

    private static JsonNode entries(RestTestClient caller, String query) {
        return caller.get()
                .uri("/v1/audit/entries?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private static String text(RestTestClient caller, String path) {
        return new String(
                caller.get()
                        .uri("/v1/audit/" + path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }

    private long append(OperatorId operator) {
        var subject = UUID.randomUUID().toString();
        audit.append(new AuditEntry(operator, "test.appended", subject, Map.of()));
        return jdbc.sql("select seq from audit_entry where subject_id = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private OperatorId testOperator() {
        return new OperatorId(jdbc.sql("select id from operator where name = :name")
                .param("name", TestOperator.NAME)
                .query(UUID.class)
                .single());
    }
}
