package io.namesake.review.internal;

import io.namesake.application.Attestation;
import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What each person found. What an agent typed is sealed, and gone when the case is closed. */
@Repository
class OpinionTable {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    OpinionTable(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    void add(UUID caseId, Opinion opinion, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into review_opinion (id, case_id, staff_id, code, attended, sealed_attestation, given_at)
                        values (:id, :case, :staff, :code, :attended, :sealed, :now)
                        """)
                .param("id", id)
                .param("case", caseId)
                .param("staff", opinion.staff())
                .param("code", opinion.code().name())
                .param("attended", opinion.attended())
                .param(
                        "sealed",
                        opinion.attestation()
                                .map(made -> vault.seal(json.writeValueAsBytes(made), place(id)))
                                .orElse(null))
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Those that count, in order. */
    List<Opinion> of(UUID caseId) {
        return jdbc
                .sql("""
                        select * from review_opinion where case_id = :case and voided_at is null order by given_at, id
                        """)
                .param("case", caseId)
                .query((row, index) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("staff_id", UUID.class),
                        DecisionCode.valueOf(row.getString("code")),
                        row.getBoolean("attended"),
                        row.getBytes("sealed_attestation")))
                .list()
                .stream()
                .flatMap(row -> opinion(row).stream())
                .toList();
    }

    /** They count no more, since the case begins anew. */
    void discard(UUID caseId, Instant now) {
        jdbc.sql("""
                        update review_opinion set voided_at = :now, sealed_attestation = null
                        where case_id = :case and voided_at is null
                        """).param("case", caseId).param("now", SqlTime.of(now)).update();
    }

    void eraseAttestations(UUID caseId) {
        jdbc.sql("update review_opinion set sealed_attestation = null where case_id = :case")
                .param("case", caseId)
                .update();
    }

    /** An attestation that is erased belongs to a closed case, where no opinion is asked for any more. */
    private Optional<Opinion> opinion(Row row) {
        if (!row.code().isAttestation()) {
            return Optional.of(new Opinion(row.staff(), row.code(), row.attended(), Optional.empty()));
        }
        var ciphertext = row.ciphertext();
        return ciphertext == null
                ? Optional.empty()
                : Optional.of(Opinion.attested(
                        row.staff(), json.readValue(vault.open(ciphertext, place(row.id())), Attestation.class)));
    }

    static byte[] place(UUID opinion) {
        return ("review-opinion/" + opinion).getBytes(StandardCharsets.UTF_8);
    }

    private record Row(UUID id, UUID staff, DecisionCode code, boolean attended, byte @Nullable [] ciphertext) {}
}
