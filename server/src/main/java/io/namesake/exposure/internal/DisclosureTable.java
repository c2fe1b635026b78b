package io.namesake.exposure.internal;

import io.namesake.database.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code disclosure}: what was told, without the values. */
@Repository
class DisclosureTable {
    private final JdbcClient jdbc;

    DisclosureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param attributes names such as {@code nameMatch} */
    record Told(
            UUID consentId,
            String clientName,
            UUID lineId,
            Scope scope,
            List<String> attributes,
            AskedWith askedWith,
            Instant at) {}

    void insert(UUID consent, Scope scope, List<String> attributes, AskedWith askedWith, Instant now) {
        jdbc.sql("""
                        insert into disclosure (id, consent_id, scope, attributes, asked_with, told_at)
                        values (:id, :consent, :scope, :attributes, :with, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("consent", consent)
                .param("scope", scope.value())
                .param("attributes", String.join(" ", attributes))
                .param("with", askedWith.name())
                .param("now", SqlTime.of(now))
                .update();
    }

    /** How often one client was answered about one line. */
    int toldSince(UUID client, UUID line, Instant since) {
        return jdbc.sql("""
                        select count(*) from disclosure d join disclosure_consent c on c.id = d.consent_id
                        where c.client_id = :client and c.line_id = :line and d.told_at > :since
                        """)
                .param("client", client)
                .param("line", line)
                .param("since", SqlTime.of(since))
                .query(Integer.class)
                .single();
    }

    /** What was told of a holder's lines, the latest first; at most so many. */
    List<Told> of(UUID holder, int most) {
        return jdbc.sql("""
                        select d.*, c.client_name, c.line_id from disclosure d
                        join disclosure_consent c on c.id = d.consent_id
                        where c.holder_id = :holder order by d.told_at desc, d.id limit :most
                        """)
                .param("holder", holder)
                .param("most", most)
                .query((row, number) -> new Told(
                        row.getObject("consent_id", UUID.class),
                        row.getString("client_name"),
                        row.getObject("line_id", UUID.class),
                        Scope.ofValue(row.getString("scope")),
                        List.of(row.getString("attributes").split(" ")),
                        AskedWith.valueOf(row.getString("asked_with")),
                        SqlTime.instant(row, "told_at")))
                .list();
    }
}
