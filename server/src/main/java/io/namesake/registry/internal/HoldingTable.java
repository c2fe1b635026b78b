package io.namesake.registry.internal;

import io.namesake.database.SqlTime;
import io.namesake.registry.EndCause;
import io.namesake.registry.Holding;
import io.namesake.registry.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code holding}: intervals that are begun and ended and never rewritten. */
@Repository
class HoldingTable {
    private static final String HOLDING = "select holding.* from holding ";

    /** Since when a row of {@code holding} goes on: an end of the line that was taken back begins nothing. */
    static final String HELD_SINCE = """
            coalesce(
                (select max(begun.held_from) from holding begun
                 where begun.line_id = holding.line_id and begun.held_from <= holding.held_from and begun.cause <> 'REINSTATED'),
                holding.held_from)""";

    private final JdbcClient jdbc;

    HoldingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who holds the line from now on; the database refuses a second one at the same time.
     *
     * @param applicationId the application that gave it to them, or null
     * @param causeId the transfer, the port or the case, or null
     * @param machine whether a machine uses the line
     */
    UUID begin(
            UUID line,
            UUID holder,
            Holding.Cause cause,
            @Nullable UUID applicationId,
            @Nullable UUID causeId,
            boolean machine,
            Instant now) {
        return begin(line, holder, cause, applicationId, causeId, machine, now, now);
    }

    /** What was ended goes on, as verified and as much a machine's as it was. @param caseId took the end back */
    UUID goOn(Holding ended, UUID caseId, Instant now) {
        return begin(
                ended.lineId(),
                ended.holderId(),
                Holding.Cause.REINSTATED,
                null,
                caseId,
                ended.machine(),
                ended.verifiedAt(),
                now);
    }

    private UUID begin(
            UUID line,
            UUID holder,
            Holding.Cause cause,
            @Nullable UUID applicationId,
            @Nullable UUID causeId,
            boolean machine,
            @Nullable Instant verifiedAt,
            Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into holding (id, line_id, holder_id, application_id, held_from, verified_at, cause, cause_id, machine)
                        values (:id, :line, :holder, :application, :now, :verified, :cause, :causeId, :machine)
                        """)
                .param("id", id)
                .param("line", line)
                .param("holder", holder)
                .param("application", applicationId)
                .param("now", SqlTime.of(now))
                .param("verified", verifiedAt == null ? null : SqlTime.of(verifiedAt))
                .param("cause", cause.name())
                .param("causeId", causeId)
                .param("machine", machine)
                .update();
        return id;
    }

    void end(UUID id, EndCause cause, Instant now) {
        // An interval is never empty, not even one that ends in the microsecond in which it began.
        jdbc.sql("""
                        update holding set held_until = greatest(:now, held_from + interval '1 microsecond'), end_cause = :cause
                        where id = :id and held_until is null
                        """)
                .param("now", SqlTime.of(now))
                .param("cause", cause.name())
                .param("id", id)
                .update();
    }

    /** The holder was verified for this line once more, or at last. */
    void confirm(UUID id, Instant now) {
        jdbc.sql("update holding set verified_at = :now where id = :id")
                .param("now", SqlTime.of(now))
                .param("id", id)
                .update();
    }

    Optional<Holding> current(UUID line) {
        return jdbc.sql(HOLDING + "where line_id = :line and held_until is null")
                .param("line", line)
                .query(HoldingTable::holding)
                .optional();
    }

    /** Whoever holds the line, or held it last. */
    Optional<Holding> last(UUID line) {
        return jdbc.sql(HOLDING + "where line_id = :line order by held_from desc, id limit 1")
                .param("line", line)
                .query(HoldingTable::holding)
                .optional();
    }

    /** Whether the holding is the current one, or what it was taken up as again after each end of the line that was taken back. */
    boolean goesOn(UUID line, UUID holding) {
        return isLast(line, holding) && current(line).isPresent();
    }

    /** Whether nobody held the line after it, but for itself once more after an end of the line that was taken back. */
    boolean isLast(UUID line, UUID holding) {
        return jdbc.sql("""
                        select exists (
                            select from holding asked
                            where asked.id = :holding and asked.line_id = :line
                                and not exists (
                                    select from holding later
                                    where later.line_id = :line and later.held_from > asked.held_from
                                        and later.cause <> 'REINSTATED'))
                        """)
                .param("line", line)
                .param("holding", holding)
                .query(Boolean.class)
                .single();
    }

    /** Since when the current holding goes on. */
    Optional<Instant> heldSince(UUID line) {
        return jdbc.sql("select " + HELD_SINCE
                        + " as held_since from holding where line_id = :line and held_until is null")
                .param("line", line)
                .query((row, _) -> SqlTime.instant(row, "held_since"))
                .optional();
    }

    /** Whether whoever held it last had a machine in it: that is the line's use, and stays with it from hand to hand. */
    boolean wasMachines(UUID line) {
        return last(line).map(Holding::machine).orElse(false);
    }

    Optional<Holding> on(UUID line, Instant at) {
        return jdbc.sql(HOLDING
                        + "where line_id = :line and held_from <= :at and (held_until is null or held_until > :at)")
                .param("line", line)
                .param("at", SqlTime.of(at))
                .query(HoldingTable::holding)
                .optional();
    }

    List<Holding> history(UUID line) {
        return jdbc.sql(HOLDING + "where line_id = :line order by held_from, id")
                .param("line", line)
                .query(HoldingTable::holding)
                .list();
    }

    /** Every holding that this holder ever had, the first one first. */
    List<Holding> ever(UUID holder) {
        return jdbc.sql(HOLDING + "where holder_id = :holder order by held_from, id")
                .param("holder", holder)
                .query(HoldingTable::holding)
                .list();
    }

    /** Without those of organisations that the holder acts for. */
    List<Holding> inOwnName(UUID holder, int limit) {
        return jdbc.sql(HOLDING
                        + "where holder_id = :holder and held_until is null order by held_from desc, id limit :limit")
                .param("holder", holder)
                .param("limit", limit)
                .query(HoldingTable::holding)
                .list();
    }

    /** Lines of a service whose number begins so, without machines'. */
    int count(UUID holder, Service service, String prefix) {
        return jdbc.sql("""
                        select count(*) from holding join line on line.id = holding.line_id
                        where holding.holder_id = :holder and holding.held_until is null and not holding.machine
                          and line.service = :service and starts_with(line.identifier, :prefix)
                        """)
                .param("holder", holder)
                .param("service", service.name())
                .param("prefix", prefix)
                .query(Integer.class)
                .single();
    }

    static Holding holding(ResultSet row, int number) throws SQLException {
        var endCause = row.getString("end_cause");
        return new Holding(
                row.getObject("id", UUID.class),
                row.getObject("line_id", UUID.class),
                row.getObject("holder_id", UUID.class),
                SqlTime.instant(row, "held_from"),
                SqlTime.instantOrNull(row, "held_until"),
                SqlTime.instantOrNull(row, "verified_at"),
                Holding.Cause.valueOf(row.getString("cause")),
                endCause == null ? null : EndCause.valueOf(endCause),
                row.getBoolean("machine"));
    }
}
