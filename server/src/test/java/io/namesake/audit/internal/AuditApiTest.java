package io.namesake.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.access.OperatorId;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.audit.ProofVerification.Proven;
import io.namesake.audit.ProofVerifier;
import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator can take away from a running server, checked with nothing but its public key. */
@NamesakeTest
class AuditApiTest {
    @Autowired
    TestHttp http;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_checkpoint_is_made_on_demand_and_served_until_the_next() {
        append(testOperator());
        var made = post();
        assertThat(text("/v1/audit/checkpoint")).isEqualTo(made);
        var checkpoint = SignedCheckpoint.parse(made).orElseThrow();
        assertThat(checkpoint.isSignedBy(List.of(key()))).isTrue();
        http.operator()
                .get()
                .uri("/v1/audit/checkpoints?limit=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.checkpoints.length()")
                .isEqualTo(1)
                .jsonPath("$.checkpoints[0].checkpoint")
                .isEqualTo(made)
                .jsonPath("$.checkpoints[0].size")
                .isEqualTo((int) checkpoint.checkpoint().size())
                .jsonPath("$.checkpoints[0].root")
                .isEqualTo(checkpoint.checkpoint().root().hex());
    }

    @Test
    void an_entry_of_the_operator_and_one_of_the_installation_are_proved_by_the_newest_and_by_an_older_checkpoint() {
        for (var whose : new OperatorId[] {testOperator(), null}) {
            long seq = append(whose);
            var older = SignedCheckpoint.parse(post()).orElseThrow().checkpoint();
            append(testOperator());
            post();
            for (var path : List.of(
                    "/v1/audit/entries/" + seq + "/proof",
                    "/v1/audit/entries/" + seq + "/proof?size=" + older.size())) {
                assertThat(new ProofVerifier(List.of(key()), Optional.empty())
                                .verify(text(path).getBytes(StandardCharsets.UTF_8)))
                        .isInstanceOfSatisfying(
                                Proven.class,
                                proven -> assertThat(proven.statement()).startsWith("Entry " + seq + " is in the log"));
            }
        }
    }

    @Test
    void the_log_is_proved_to_have_grown_out_of_a_checkpoint_that_was_kept() {
        append(testOperator());
        var kept = SignedCheckpoint.parse(post()).orElseThrow();
        append(testOperator());
        post();
        var proof = text("/v1/audit/consistency?from=" + kept.checkpoint().size());
        assertThat(new ProofVerifier(List.of(key()), Optional.of(kept)).verify(proof.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Proven.class);
    }

    @Test
    void an_entry_of_another_operator_and_one_that_does_not_exist_are_equally_unknown() {
        long others = append(new OperatorId(UUID.randomUUID()));
        post();
        for (var seq : new long[] {others, 0, 999_999_999}) {
            unknown("/v1/audit/entries/" + seq + "/proof", "audit-entry-unknown");
        }
    }

    @Test
    void there_are_proofs_only_by_what_was_signed() {
        long seq = append(testOperator());
        post();
        unknown("/v1/audit/entries/" + seq + "/proof?size=999999999", "audit-checkpoint-unknown");
        unknown("/v1/audit/consistency?from=1&to=999999999", "audit-checkpoint-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consistency",
                "consistency?from=0",
                "consistency?from=-1",
                "consistency?from=999999999",
                "consistency?from=x",
                "entries/x/proof",
                "checkpoints?limit=0",
                "checkpoints?limit=201"
            })
    void a_question_that_makes_no_sense_is_refused(String path) {
        append(testOperator());
        post();
        http.operator()
                .get()
                .uri("/v1/audit/" + path)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("request-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "checkpoints", "key", "entries/1/proof", "consistency?from=1"})
    void nobody_but_an_operator_sees_any_of_it(String path) {
        http.anyone().get().uri("/v1/audit/" + path).exchange().expectStatus().isUnauthorized();
    }

    private long append(OperatorId operator) {
        var subject = UUID.randomUUID().toString();
        audit.append(new AuditEntry(operator, "test.appended", subject, Map.of("why", "为了测试")));
        return jdbc.sql("select seq from audit_entry where subject_id = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private VerifierKey key() {
        return VerifierKey.parse(text("/v1/audit/key").strip()).orElseThrow();
    }

    private String post() {
        return new String(
                http.operator()
                        .post()
                        .uri("/v1/audit/checkpoints")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentTypeCompatibleWith("text/plain")
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }

    private String text(String path) {
        return new String(
                http.operator()
                        .get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }

    private void unknown(String path, String code) {
        http.operator()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private OperatorId testOperator() {
        return new OperatorId(jdbc.sql("select id from operator where name = :name")
                .param("name", TestOperator.NAME)
                .query(UUID.class)
                .single());
    }
}
