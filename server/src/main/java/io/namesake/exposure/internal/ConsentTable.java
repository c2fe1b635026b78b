package io.namesake.exposure.internal;

import io.namesake.database.SqlTime;
import io.namesake.exposure.internal.Consent.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code disclosure_consent}. */
@Repository
class ConsentTable {
    private final JdbcClient jdbc;

    ConsentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Consent consent, UUID operator) {
        jdbc.sql("""
                        insert into disclosure_consent (id, operator_id, client_id, client_name, line_id, holder_id, scopes,
                                                        purpose, state, requested_at, ends_at)
                        values (:id, :operator, :client, :name, :line, :holder, :scopes, :purpose, :state, :at, :ends)
                        """)
                .param("id", consent.id())
                .param("operator", operator)
                .param("client", consent.clientId())
                .param("name", consent.clientName())
                .param("line", consent.lineId())
                .param("holder", consent.holderId())
                .param("scopes", Scope.joined(consent.scopes()))
                .param("purpose", consent.purpose().name())
                .param("state", consent.state().name())
                .param("at", SqlTime.of(consent.requestedAt()))
                .param("ends", SqlTime.of(consent.endsAt()))
                .update();
    }

    /**
     * Ends what is open of this client about this line, so that the next wish takes its place. One that was granted is over at once;
     * one that nobody answered keeps its end, by which the client could otherwise tell it from one about no line.
     */
    void replaceOpen(UUID client, UUID line, Instant now) {
        jdbc.sql("""
                        update disclosure_consent
                        set state = 'WITHDRAWN', decided_at = :now,
                            ends_at = case state when 'GRANTED' then least(ends_at, :now) else ends_at end
                        where client_id = :client and line_id = :line and state in ('REQUESTED', 'GRANTED')
                        """)
                .param("now", SqlTime.of(now))
                .param("client", client)
                .param("line", line)
                .update();
    }

    void lock(UUID client) {
        // Two wishes of one client at the same moment would both find nothing open.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('exposure/' || :client, 0))")
                .param("client", client.toString())
                .query((row, number) -> 0)
                .single();
    }

    int requestedSince(UUID client, Instant since) {
        return jdbc.sql("select count(*) from disclosure_consent where client_id = :client and requested_at > :since")
                .param("client", client)
                .param("since", SqlTime.of(since))
                .query(Integer.class)
                .single();
    }

    /** Whether this holder said no to this client about this line since then. */
    boolean refusedSince(UUID client, UUID line, UUID holder, Instant since) {
        return jdbc.sql("""
                        select exists (select 1 from disclosure_consent
                                       where client_id = :client and line_id = :line and holder_id = :holder
                                         and state = 'REFUSED' and decided_at > :since)
                        """)
                .param("client", client)
                .param("line", line)
                .param("holder", holder)
                .param("since", SqlTime.of(since))
                .query(Boolean.class)
                .single();
    }

    Optional<Consent> ofClient(UUID client, UUID id) {
        return jdbc.sql("select * from disclosure_consent where id = :id and client_id = :client")
                .param("id", id)
                .param("client", client)
                .query((row, number) -> consent(row))
                .optional();
    }

    /** What this client may ask this holder's line, granted once and not ended; whether it is over is the caller's to see. */
    Optional<Consent> granted(UUID client, UUID line, UUID holder) {
        return jdbc.sql("""
                        select * from disclosure_consent
                        where client_id = :client and line_id = :line and holder_id = :holder and state = 'GRANTED'
                        for update
                        """)
                .param("client", client)
                .param("line", line)
                .param("holder", holder)
                .query((row, number) -> consent(row))
                .optional();
    }

    /** Whether it was granted, not ended, and is not over. */
    boolean stands(UUID id, Instant now) {
        return jdbc.sql("""
                        select exists (select 1 from disclosure_consent
                                       where id = :id and state = 'GRANTED' and ends_at > :now)
                        """)
                .param("id", id)
                .param("now", SqlTime.of(now))
                .query(Boolean.class)
                .single();
    }

    /** The holder's, the latest first; at most so many. */
    List<Consent> of(UUID holder, int most) {
        return jdbc.sql("""
                        select * from disclosure_consent where holder_id = :holder
                        order by requested_at desc, id limit :most
                        """)
                .param("holder", holder)
                .param("most", most)
                .query((row, number) -> consent(row))
                .list();
    }

    Optional<Consent> lockOf(UUID holder, UUID id) {
        return jdbc.sql("select * from disclosure_consent where id = :id and holder_id = :holder for update")
                .param("id", id)
                .param("holder", holder)
                .query((row, number) -> consent(row))
                .optional();
    }

    void decide(UUID id, State state, Instant now, Instant endsAt) {
        jdbc.sql("update disclosure_consent set state = :state, decided_at = :now, ends_at = :ends where id = :id")
                .param("state", state.name())
                .param("now", SqlTime.of(now))
                .param("ends", SqlTime.of(endsAt))
                .param("id", id)
                .update();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getObject("id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getString("client_name"),
                row.getObject("line_id", UUID.class),
                row.getObject("holder_id", UUID.class),
                Scope.split(row.getString("scopes")),
                Purpose.valueOf(row.getString("purpose")),
                State.valueOf(row.getString("state")),
                SqlTime.instant(row, "requested_at"),
                SqlTime.instantOrNull(row, "decided_at"),
                SqlTime.instant(row, "ends_at"));
    }
}
