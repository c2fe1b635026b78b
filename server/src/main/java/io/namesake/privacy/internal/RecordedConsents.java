package io.namesake.privacy.internal;

import io.namesake.access.OperatorId;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.SqlTime;
import io.namesake.language.Language;
import io.namesake.privacy.Consent;
import io.namesake.privacy.ConsentText;
import io.namesake.privacy.Consents;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Consents in their table, each with the hash of the words that were read. */
@Repository
class RecordedConsents implements Consents {
    private final JdbcClient jdbc;
    private final ConsentTexts texts;
    private final AuditLog audit;
    private final Clock clock;

    RecordedConsents(JdbcClient jdbc, ConsentTexts texts, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public ConsentText current(Language language) {
        return texts.in(language);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Consent give(OperatorId operator, UUID applicationId, String textVersion, Language language) {
        if (!textVersion.equals(texts.in(language).version())) {
            throw new Problem(ProblemType.CONSENT_TEXT_OUTDATED);
        }
        var consent = new Consent(applicationId, textVersion, language, clock.instant());
        int recorded = jdbc.sql("""
                        insert into consent (application_id, operator_id, text_version, language, text_sha256, given_at)
                        values (:application, :operator, :version, :language, :sha256, :at)
                        on conflict (application_id) do nothing
                        """)
                .param("application", applicationId)
                .param("operator", operator.value())
                .param("version", textVersion)
                .param("language", language.tag())
                .param("sha256", texts.sha256(language))
                .param("at", SqlTime.of(consent.givenAt()))
                .update();
        if (recorded == 0) {
            return of(applicationId).orElseThrow();
        }
        audit.append(new AuditEntry(
                operator,
                "consent.given",
                applicationId.toString(),
                Map.of("textVersion", textVersion, "language", language.tag())));
        return consent;
    }

    @Override
    public Optional<Consent> of(UUID applicationId) {
        return jdbc.sql("select text_version, language, given_at from consent where application_id = :id")
                .param("id", applicationId)
                .query((row, index) -> new Consent(
                        applicationId,
                        row.getString("text_version"),
                        Language.ofTag(row.getString("language")),
                        SqlTime.instant(row, "given_at")))
                .optional();
    }
}
