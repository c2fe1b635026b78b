package io.namesake.exposure.internal;

import io.namesake.database.SqlTime;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.Person;
import io.namesake.privacy.PersonalData;
import io.namesake.privacy.RetentionSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of consents and disclosures, and until when. */
@Component
class KeptDisclosures implements PersonalData, Expiring {
    private static final int MOST = 10_000;

    private final ConsentTable consents;
    private final DisclosureTable told;
    private final JdbcClient jdbc;
    private final RetentionSettings retention;

    KeptDisclosures(ConsentTable consents, DisclosureTable told, JdbcClient jdbc, RetentionSettings retention) {
        this.consents = consents;
        this.told = told;
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public String section() {
        return "disclosures";
    }

    @Override
    public List<Entry> of(Person person) {
        var entries = new ArrayList<Entry>();
        consents.of(person.holderId(), MOST)
                .forEach(consent -> entries.add(new Entry(
                        KeptData.DISCLOSURES,
                        consent.requestedAt(),
                        Map.of(
                                "client", consent.clientName(),
                                "scopes", Scope.joined(consent.scopes()),
                                "purpose", consent.purpose().name(),
                                "state", consent.state().name()))));
        told.of(person.holderId(), MOST)
                .forEach(one -> entries.add(new Entry(
                        KeptData.DISCLOSURES,
                        one.at(),
                        Map.of(
                                "client", one.clientName(),
                                "scopes", one.scope().value(),
                                "told", String.join(" ", one.attributes()),
                                "askedWith", one.askedWith().name()))));
        return entries;
    }

    /** All of it: it was kept for this person and for nobody else. An open consent ends with it. */
    @Override
    public Erasure erase(Person person, Instant now) {
        int rows = delete(jdbc.sql("select id from disclosure_consent where holder_id = :holder")
                .param("holder", person.holderId())
                .query(UUID.class)
                .list());
        return rows == 0
                ? new Erasure(List.of(), List.of())
                : new Erasure(List.of(new Erased(KeptData.DISCLOSURES, rows)), List.of());
    }

    @Override
    public KeptData kind() {
        return KeptData.DISCLOSURES;
    }

    @Override
    public int eraseSome(Instant now, int most) {
        return delete(jdbc.sql("""
                        select id from disclosure_consent where ends_at <= :before
                        order by ends_at limit :most for update skip locked
                        """)
                .param("before", SqlTime.of(now.minus(retention.disclosures())))
                .param("most", most)
                .query(UUID.class)
                .list());
    }

    private int delete(List<UUID> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        int rows = jdbc.sql("delete from disclosure where consent_id in (:ids)")
                .param("ids", ids)
                .update();
        return rows
                + jdbc.sql("delete from disclosure_consent where id in (:ids)")
                        .param("ids", ids)
                        .update();
    }
}
