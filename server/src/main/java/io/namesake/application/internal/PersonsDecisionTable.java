package io.namesake.application.internal;

import io.namesake.application.PersonsDecision;
import io.namesake.database.SqlTime;
import io.namesake.document.Strength;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How people decided: on what, how they looked at it, and how strong that evidence is. It names no applicant. */
@Repository
class PersonsDecisionTable {
    /**
     * What an attended check is worth: a person found the document consistent; its issuer's hand was not shown to us with
     * cryptography, whatever a shop's own device may have said (NIST SP 800-63A-4, 2.4.1).
     */
    static final Strength ATTENDED = Strength.FAIR;

    private final JdbcClient jdbc;

    PersonsDecisionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(LineApplication application, PersonsDecision decision, String source, Instant now) {
        var attested = decision.attestation();
        jdbc.sql("""
                        insert into persons_decision
                            (id, application_id, case_id, outcome, attended, source, document, examined, strength, decided_at)
                        values (:id, :application, :case, :outcome, :attended, :source, :document, :examined, :strength, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("application", application.id())
                .param("case", decision.caseId())
                .param("outcome", decision.decision().outcome().name())
                .param("attended", decision.attended())
                .param("source", source)
                .param("document", attested.map(made -> made.document().name()).orElse(null))
                .param("examined", attested.map(made -> joined(made.examined())).orElse(null))
                .param("strength", attested.map(_ -> ATTENDED.name()).orElse(null))
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Whether the last decision on an application was made by people who saw pictures only, so that the person may yet come. */
    boolean lastWasByPictures(UUID application) {
        return jdbc.sql("""
                        select not attended from persons_decision where application_id = :application
                        order by decided_at desc limit 1
                        """)
                .param("application", application)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    static String joined(Collection<? extends Enum<?>> names) {
        return names.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
