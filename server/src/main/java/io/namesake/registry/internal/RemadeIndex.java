package io.namesake.registry.internal;

import io.namesake.crypto.Resealable;
import io.namesake.crypto.Vault;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.internal.IdentityKeys.Clue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The digests of the blind index, made anew after its key was replaced. Each is replaced in one transaction, so a look-up, which
 * asks for the digests of both keys at once, finds the old one or the new one at every moment. What was done stays done, whatever
 * dies in between; where it goes on the rows themselves tell.
 */
@Component
class RemadeIndex implements Resealable {
    private final JdbcClient jdbc;
    private final IdentityKeys keys;
    private final IndexSources sources;
    private final Vault vault;
    private final JsonMapper json;

    RemadeIndex(JdbcClient jdbc, IdentityKeys keys, IndexSources sources, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.sources = sources;
        this.vault = vault;
        this.json = json;
    }

    @Override
    public String column() {
        return "holder_index.value";
    }

    @Override
    public int resealSome(int most) {
        // An import would otherwise meet digests that it did not see.
        PersonsLock.hold(jdbc);
        var rows = rows(most);
        rows.forEach(row -> clue(row).ifPresentOrElse(clue -> remake(row, clue), () -> lose(row)));
        return rows.size();
    }

    /** The holder is locked as well, as whoever changes what a holder is found by has to; those who are busy come another time. */
    private List<Row> rows(int most) {
        return jdbc.sql("""
                        select i.value, i.holder_id, i.sealed_source, h.kind = 'PERSON' as person, h.sealed_details
                        from holder_index i join holder h on h.id = i.holder_id
                        where not i.lost and (i.key_id is null or i.key_id = any (:earlier))
                        limit :most for no key update of h skip locked for update of i skip locked
                        """)
                .param("earlier", keys.earlierKeyIds().toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> new Row(
                        row.getString("value"),
                        row.getObject("holder_id", UUID.class),
                        row.getBytes("sealed_source"),
                        row.getBoolean("person"),
                        row.getBytes("sealed_details")))
                .list();
    }

    /** What the digest is made of; empty when neither its own note nor the holder's details tell. */
    private Optional<Clue> clue(Row row) {
        if (row.source() != null) {
            return Optional.of(sources.opened(row.value(), row.source()));
        }
        var details = vault.open(row.details(), HolderTable.placeOf(row.holder()));
        return clues(row.person(), details).stream()
                .filter(clue -> keys.candidates(clue).contains(row.value()))
                .findFirst();
    }

    private List<Clue> clues(boolean person, byte[] details) {
        if (details.length == 0) {
            return List.of();
        }
        if (person) {
            return IdentityKeys.clues(json.readValue(details, HolderDetails.class));
        }
        var organisation = json.readValue(details, OrganisationTable.Details.class);
        return List.of(IdentityKeys.registration(organisation.country(), organisation.registrationNumber()));
    }

    private void remake(Row row, Clue clue) {
        var value = keys.of(clue);
        if (value.equals(row.value())) {
            // Made by the key of today, before it was written down which key makes what.
            jdbc.sql("update holder_index set key_id = :key where value = :value and holder_id = :holder")
                    .param("key", keys.keyId())
                    .param("value", value)
                    .param("holder", row.holder())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into holder_index (value, holder_id, added_at, key_id, sealed_source)
                        select :value, holder_id, added_at, :key, :source from holder_index
                        where value = :before and holder_id = :holder
                        on conflict (value, holder_id) do nothing
                        """)
                .param("value", value)
                .param("key", keys.keyId())
                .param("source", row.source() == null ? null : sources.sealed(value, clue))
                .param("before", row.value())
                .param("holder", row.holder())
                .update();
        jdbc.sql("delete from holder_index where value = :value and holder_id = :holder")
                .param("value", row.value())
                .param("holder", row.holder())
                .update();
    }

    private void lose(Row row) {
        jdbc.sql("update holder_index set lost = true where value = :value and holder_id = :holder")
                .param("value", row.value())
                .param("holder", row.holder())
                .update();
    }

    private record Row(String value, UUID holder, byte @Nullable [] source, boolean person, byte[] details) {
        /** Names nobody, since records end up in logs. */
        @Override
        public String toString() {
            return "Row[...]";
        }
    }
}
