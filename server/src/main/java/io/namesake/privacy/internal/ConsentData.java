package io.namesake.privacy.internal;

import io.namesake.database.SqlTime;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.Person;
import io.namesake.privacy.PersonalData;
import io.namesake.privacy.RetentionSettings;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consents of a person. They stay when the person asks for erasure: the law asks for the proof. */
@Repository
class ConsentData implements PersonalData {
    private final JdbcClient jdbc;
    private final RetentionSettings retention;

    ConsentData(JdbcClient jdbc, RetentionSettings retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public String section() {
        return "consents";
    }

    @Override
    public List<Entry> of(Person person) {
        if (person.applicationIds().isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from consent where application_id in (:ids) order by given_at, application_id")
                .param("ids", person.applicationIds())
                .query((row, index) -> {
                    var facts = new TreeMap<String, String>();
                    facts.put("application", row.getString("application_id"));
                    facts.put("language", row.getString("language"));
                    facts.put("textVersion", row.getString("text_version"));
                    facts.put("textSha256", row.getString("text_sha256"));
                    var withdrawn = SqlTime.instantOrNull(row, "withdrawn_at");
                    if (withdrawn != null) {
                        facts.put("withdrawnAt", withdrawn.toString());
                    }
                    return new Entry(KeptData.CONSENTS, SqlTime.instant(row, "given_at"), facts);
                })
                .list();
    }

    @Override
    public Erasure erase(Person person, Instant now) {
        var given = of(person).stream().map(Entry::at).toList();
        return given.isEmpty()
                ? new Erasure(List.of(), List.of())
                : new Erasure(
                        List.of(),
                        List.of(new Kept(
                                KeptData.CONSENTS, given.size(), given.getLast().plus(retention.consent()))));
    }
}
