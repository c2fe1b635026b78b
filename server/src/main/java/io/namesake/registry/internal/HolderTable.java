package io.namesake.registry.internal;

import io.namesake.database.SqlTime;
import io.namesake.registry.HolderDetails;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code holder} and {@code holder_index}. Details are sealed, each for its own row. */
@Repository
class HolderTable {
    private final JdbcClient jdbc;
    private final HolderSeal seal;

    HolderTable(JdbcClient jdbc, HolderSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** A holder as stored. @param verifiedAt null for one who was only declared */
    record Row(UUID id, HolderDetails details, @Nullable Instant verifiedAt) {}

    UUID add(HolderDetails details, @Nullable Instant verifiedAt, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into holder (id, sealed_details, created_at, verified_at) values (:id, :details, :now, :verified)
                        """)
                .param("id", id)
                .param("details", sealed(id, details))
                .param("now", SqlTime.of(now))
                .param("verified", verifiedAt == null ? null : SqlTime.of(verifiedAt))
                .update();
        return id;
    }

    /** What was just verified takes the place of what was known. */
    void verified(UUID id, HolderDetails details, Instant now) {
        jdbc.sql("update holder set sealed_details = :details, verified_at = :now, erased_at = null where id = :id")
                .param("details", sealed(id, details))
                .param("now", SqlTime.of(now))
                .param("id", id)
                .update();
    }

    /** @param keyId the key of the index that made the values */
    void index(UUID id, Collection<String> values, String keyId, Instant now) {
        for (var value : values) {
            jdbc.sql("""
                            insert into holder_index (value, holder_id, added_at, key_id) values (:value, :holder, :now, :key)
                            on conflict (value, holder_id) do update set key_id = :key, lost = false
                            where holder_index.key_id is distinct from :key
                            """)
                    .param("value", value)
                    .param("holder", id)
                    .param("key", keyId)
                    .param("now", SqlTime.of(now))
                    .update();
        }
    }

    /** Who is not found by these any more. */
    void forget(UUID id, Collection<String> values) {
        if (!values.isEmpty()) {
            jdbc.sql("delete from holder_index where holder_id = :holder and value in (:values)")
                    .param("holder", id)
                    .param("values", values)
                    .update();
        }
    }

    /**
     * Lets nobody else change these persons, or what they are found by, until the transaction ends. Whoever writes or removes what
     * a known person is found by holds this; so the background work, which steps over who is locked, never waits for them.
     *
     * @return as they are now, the one known longest first; without those who were erased meanwhile
     */
    List<Row> locked(Collection<UUID> ids) {
        jdbc.sql("select id from holder where id in (:ids) order by id for no key update")
                .param("ids", ids)
                .query(row -> {});
        return jdbc.sql("select id, sealed_details, verified_at from holder"
                        + " where id in (:ids) and erased_at is null order by created_at, id")
                .param("ids", ids)
                .query((row, number) -> row(row))
                .list();
    }

    /** Lets no other transaction recognise the same person until this one ends. */
    void lock(Collection<String> values) {
        values.stream()
                .sorted()
                .distinct()
                .forEach(value -> jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:value, 5))")
                        .param("value", value)
                        .query(row -> {}));
    }

    /** Lets no other transaction count this holder's lines to add one until this one ends. */
    void lockCount(UUID holder) {
        lock(List.of("lines-of/" + holder));
    }

    /** Who stands under any of these values, the one known longest first. */
    List<Row> under(Collection<String> values) {
        return jdbc.sql("""
                        select id, sealed_details, verified_at from holder
                        where id in (select holder_id from holder_index where value in (:values)) and erased_at is null
                        order by created_at, id
                        """)
                .param("values", values)
                .query((row, number) -> row(row))
                .list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(
                        "select id, sealed_details, verified_at from holder where id = :id and kind = 'PERSON' and erased_at is null")
                .param("id", id)
                .query((row, number) -> row(row))
                .optional();
    }

    /** Nothing is left of the person but an id. @return whether there was something to forget */
    boolean erase(UUID id, Instant now) {
        jdbc.sql("select id from holder where id = :id for no key update")
                .param("id", id)
                .query(row -> {});
        jdbc.sql("delete from holder_index where holder_id = :id")
                .param("id", id)
                .update();
        return jdbc.sql("""
                        update holder set sealed_details = :nothing, verified_at = null, erased_at = :now
                        where id = :id and erased_at is null
                        """)
                        .param("nothing", seal.nothing(id))
                        .param("now", SqlTime.of(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Two turned out to be one person: whatever is the one's becomes the other's. Both are {@link #locked}. */
    void merge(UUID from, UUID into, Instant now) {
        for (var change : List.of(
                "update holding set holder_id = :into where holder_id = :from",
                "update line_transfer set giver_id = :into where giver_id = :from",
                "update line_transfer set receiver_id = :into where receiver_id = :from",
                "update holder set representative_id = :into where representative_id = :from",
                "update line set ended_holder_id = :into where ended_holder_id = :from",
                "insert into holder_index (value, holder_id, added_at, key_id, sealed_source, lost)"
                        + " select value, :into, added_at, key_id, sealed_source, lost from holder_index"
                        + " where holder_id = :from on conflict do nothing",
                "delete from holder_index where holder_id = :from",
                "update holder set merged_into = :into where id = :from or merged_into = :from")) {
            jdbc.sql(change).param("from", from).param("into", into).update();
        }
        // What the document of before said is kept nowhere but where the person finds it.
        erase(from, now);
    }

    /** Who it is by now, should they have turned out to be somebody known. */
    UUID surviving(UUID id) {
        return jdbc.sql("select coalesce(merged_into, id) from holder where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElse(id);
    }

    /** Notes a death once. @return whether it was not known */
    boolean deceased(UUID id, Instant now) {
        return jdbc.sql("update holder set deceased_at = :now where id = :id and deceased_at is null")
                        .param("now", SqlTime.of(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes a noted death back. @return since when it was noted; empty when it was not */
    Optional<Instant> alive(UUID id) {
        return jdbc.sql("""
                        with noted as (select id, deceased_at from holder where id = :id and deceased_at is not null for update)
                        update holder set deceased_at = null from noted where holder.id = noted.id
                        returning noted.deceased_at as since
                        """)
                .param("id", id)
                .query((row, number) -> SqlTime.instant(row, "since"))
                .optional();
    }

    boolean isPerson(UUID id) {
        return jdbc.sql("select exists (select from holder where id = :id and kind = 'PERSON')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    boolean isDeceased(UUID id) {
        return jdbc.sql("select exists (select from holder where id = :id and deceased_at is not null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private Row row(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var details = seal.opened(id, row.getBytes("sealed_details"));
        return new Row(id, details, SqlTime.instantOrNull(row, "verified_at"));
    }

    private byte[] sealed(UUID id, HolderDetails details) {
        return seal.sealed(id, details);
    }

    /** Binds the sealed details to their row, so that they cannot be moved to another holder. */
    static byte[] placeOf(UUID holder) {
        return ("holder/" + holder).getBytes(StandardCharsets.UTF_8);
    }
}
