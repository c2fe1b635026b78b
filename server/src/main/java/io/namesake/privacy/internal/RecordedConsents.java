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
        var consent = new Consent(applicationId, textVersion, texts.sha256(language), language, clock.instant(), null);
        int recorded = jdbc.sql("""
                        insert into consent (application_id, operator_id, text_version, language, text_sha256, given_at)
                        values (:application, :operator, :version, :language, :sha256, :at)
                        on conflict (application_id) do nothing
                        """)
                .param("application", applicationId)
                .param("operator", operator.value())
                .param("version", textVersion)
                .param("language", language.tag())
                .param("sha256", consent.textSha256())
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
    @Transactional(propagation = Propagation.MANDATORY)
    public Consent withdraw(OperatorId operator, UUID applicationId) {
        int withdrawn = jdbc.sql("""
                        update consent set withdrawn_at = :now
                        where application_id = :application and withdrawn_at is null
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .param("application", applicationId)
                .update();
        var consent = of(applicationId).orElseThrow(() -> new Problem(ProblemType.CONSENT_REQUIRED));
        if (withdrawn == 1) {
            audit.append(new AuditEntry(
                    operator,
                    "consent.withdrawn",
                    applicationId.toString(),
                    Map.of("textVersion", consent.textVersion())));
        }
        return consent;
    }

    @Override
    public Optional<Consent> of(UUID applicationId) {
        return jdbc.sql("select * from consent where application_id = :id")
                .param("id", applicationId)
                .query((row, index) -> new Consent(
                        applicationId,
                        row.getString("text_version"),
                        row.getString("text_sha256"),
                        Language.ofTag(row.getString("language")),
                        SqlTime.instant(row, "given_at"),
                        SqlTime.instantOrNull(row, "withdrawn_at")))
                .optional();
    }
}
