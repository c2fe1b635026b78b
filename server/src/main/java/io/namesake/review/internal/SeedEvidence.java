package io.namesake.review.internal;

import io.namesake.application.ReviewEvidence;
import io.namesake.application.ReviewPicture;
import io.namesake.crypto.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What a seeded case shows. It is about nobody, and treated like everybody's all the same: sealed, and gone with the decision. */
@Repository
class SeedEvidence {
    private static final String EVIDENCE = "EVIDENCE";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    SeedEvidence(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    void put(UUID caseId, DrawnCase drawn) {
        put(caseId, EVIDENCE, json.writeValueAsBytes(drawn.evidence()));
        put(caseId, ReviewPicture.DOCUMENT.name(), drawn.document());
        put(caseId, ReviewPicture.SELFIE.name(), drawn.selfie());
    }

    Optional<ReviewEvidence> evidence(UUID caseId) {
        return open(caseId, EVIDENCE).map(content -> json.readValue(content, ReviewEvidence.class));
    }

    Optional<byte[]> picture(UUID caseId, ReviewPicture which) {
        return open(caseId, which.name());
    }

    void erase(UUID caseId) {
        jdbc.sql("delete from review_seed_evidence where case_id = :case")
                .param("case", caseId)
                .update();
    }

    private void put(UUID caseId, String piece, byte[] content) {
        jdbc.sql("insert into review_seed_evidence (case_id, piece, sealed) values (:case, :piece, :sealed)")
                .param("case", caseId)
                .param("piece", piece)
                .param("sealed", vault.seal(content, place(caseId, piece)))
                .update();
    }

    private Optional<byte[]> open(UUID caseId, String piece) {
        return jdbc.sql("select sealed from review_seed_evidence where case_id = :case and piece = :piece")
                .param("case", caseId)
                .param("piece", piece)
                .query((row, index) -> row.getBytes("sealed"))
                .optional()
                .map(ciphertext -> vault.open(ciphertext, place(caseId, piece)));
    }

    static byte[] place(UUID caseId, String piece) {
        return ("review-seed/" + caseId + "/" + piece).getBytes(StandardCharsets.UTF_8);
    }
}
