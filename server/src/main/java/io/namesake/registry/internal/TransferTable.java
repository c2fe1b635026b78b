package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.registry.Service;
import io.namesake.registry.Transfer;
import io.namesake.registry.TransferRefusal;
import io.namesake.registry.VetoReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code line_transfer}. Whoever needs a transfer and its line locked locks the transfer first: so no two wait for
 * each other.
 */
@Repository
class TransferTable {
    private static final String OPEN = "state in ('OFFERED', 'ACCEPTED')";

    private final JdbcClient jdbc;

    TransferTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A transfer as stored. */
    record Row(
            UUID id,
            UUID lineId,
            OperatorId operatorId,
            Transfer.Kind kind,
            UUID giverId,
            @Nullable UUID receiverId,
            UUID holdingId,
            Transfer.State state,
            @Nullable VetoReason vetoReason,
            Instant offeredAt,
            @Nullable Instant acceptedAt,
            Instant dueAt,
            @Nullable Instant endedAt,
            @Nullable TransferRefusal refusal) {}

    void add(Row row, String tokenSha256) {
        jdbc.sql("""
                        insert into line_transfer
                            (id, line_id, operator_id, kind, giver_id, holding_id, token_sha256, state, offered_at, due_at)
                        values (:id, :line, :operator, :kind, :giver, :holding, :token, :state, :offered, :due)
                        """)
                .param("id", row.id())
                .param("line", row.lineId())
                .param("operator", row.operatorId().value())
                .param("kind", row.kind().name())
                .param("giver", row.giverId())
                .param("holding", row.holdingId())
                .param("token", tokenSha256)
                .param("state", row.state().name())
                .param("offered", SqlTime.of(row.offeredAt()))
                .param("due", SqlTime.of(row.dueAt()))
                .update();
    }

    void accepted(UUID id, UUID receiver, Instant now, Instant due) {
        jdbc.sql("""
                        update line_transfer
                        set state = 'ACCEPTED', receiver_id = :receiver, accepted_at = :now, due_at = :due where id = :id
                        """)
                .param("receiver", receiver)
                .param("now", SqlTime.of(now))
                .param("due", SqlTime.of(due))
                .param("id", id)
                .update();
    }

    /** A rule stopped it. */
    void refused(UUID id, TransferRefusal refusal, Instant now) {
        jdbc.sql("update line_transfer set state = 'REFUSED', refusal = :refusal, ended_at = :now where id = :id")
                .param("refusal", refusal.name())
                .param("now", SqlTime.of(now))
                .param("id", id)
                .update();
    }

    void ended(UUID id, Transfer.State state, @Nullable VetoReason reason, Instant now) {
        jdbc.sql("update line_transfer set state = :state, veto_reason = :reason, ended_at = :now where id = :id")
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.name())
                .param("now", SqlTime.of(now))
                .param("id", id)
                .update();
    }

    /** Looked at again at that time and not before. */
    void postponed(UUID id, Instant due) {
        jdbc.sql("update line_transfer set due_at = :due where id = :id")
                .param("due", SqlTime.of(due))
                .param("id", id)
                .update();
    }

    /** What the token stands for. */
    Optional<Row> withToken(String tokenSha256) {
        return jdbc.sql("select * from line_transfer where token_sha256 = :token")
                .param("token", tokenSha256)
                .query(TransferTable::row)
                .optional();
    }

    /** Keeps others from changing it until the transaction ends. */
    Optional<Row> lock(UUID id) {
        return jdbc.sql("select * from line_transfer where id = :id for update")
                .param("id", id)
                .query(TransferTable::row)
                .optional();
    }

    /** The line's open transfer, locked likewise. */
    Optional<Row> lockOpen(UUID line) {
        return jdbc.sql("select * from line_transfer where line_id = :line and " + OPEN + " for update")
                .param("line", line)
                .query(TransferTable::row)
                .optional();
    }

    /** The open offers to heirs of this person's lines, locked likewise. */
    List<Row> lockInheritancesOf(UUID giver) {
        return jdbc.sql("select * from line_transfer where giver_id = :giver and kind = 'INHERITANCE' and " + OPEN
                        + " order by id for update")
                .param("giver", giver)
                .query(TransferTable::row)
                .list();
    }

    boolean isOpen(UUID line) {
        return jdbc.sql("select exists (select from line_transfer where line_id = :line and " + OPEN + ")")
                .param("line", line)
                .query(Boolean.class)
                .single();
    }

    /** One whose time is over or whose holding has ended, locked; what another node works at is left to it. */
    Optional<Row> lockNextDue(Instant now) {
        return jdbc.sql("select * from line_transfer where " + OPEN + """
                         and (due_at <= :now
                              or exists (select from holding where id = holding_id and held_until is not null))
                        order by due_at, id limit 1 for update of line_transfer skip locked
                        """)
                .param("now", SqlTime.of(now))
                .query(TransferTable::row)
                .optional();
    }

    /** Whether what is handed over ended otherwise. */
    boolean isOverOtherwise(Row transfer) {
        return jdbc.sql("select held_until is not null from holding where id = :id")
                .param("id", transfer.holdingId())
                .query(Boolean.class)
                .single();
    }

    /** How many lines of a service whose number begins so are on their way to this holder, without machines'. */
    int coming(UUID receiver, Service service, String prefix) {
        return jdbc.sql("""
                        select count(*) from line_transfer
                            join line on line.id = line_transfer.line_id join holding on holding.id = line_transfer.holding_id
                        where receiver_id = :receiver and state = 'ACCEPTED' and line.service = :service
                          and not holding.machine and starts_with(line.identifier, :prefix)
                        """)
                .param("receiver", receiver)
                .param("service", service.name())
                .param("prefix", prefix)
                .query(Integer.class)
                .single();
    }

    /** Those of a person and of the organisations that they act for. */
    List<Row> ofHolder(UUID holder, int limit) {
        return jdbc.sql("""
                        with mine as (
                            select :holder::uuid as id union all
                            select id from holder where representative_id = :holder and organisation_state = 'CONFIRMED')
                        select * from line_transfer
                        where giver_id in (select id from mine) or receiver_id in (select id from mine)
                        order by offered_at desc, id limit :limit
                        """)
                .param("holder", holder)
                .param("limit", limit)
                .query(TransferTable::row)
                .list();
    }

    List<Row> ofOperator(OperatorId operator, Transfer.@Nullable State state, int limit) {
        return jdbc.sql("""
                        select * from line_transfer
                        where operator_id = :operator and (:state::text is null or state = :state)
                        order by offered_at desc, id limit :limit
                        """)
                .param("operator", operator.value())
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query(TransferTable::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var veto = row.getString("veto_reason");
        var refusal = row.getString("refusal");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("line_id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                Transfer.Kind.valueOf(row.getString("kind")),
                row.getObject("giver_id", UUID.class),
                row.getObject("receiver_id", UUID.class),
                row.getObject("holding_id", UUID.class),
                Transfer.State.valueOf(row.getString("state")),
                veto == null ? null : VetoReason.valueOf(veto),
                SqlTime.instant(row, "offered_at"),
                SqlTime.instantOrNull(row, "accepted_at"),
                SqlTime.instant(row, "due_at"),
                SqlTime.instantOrNull(row, "ended_at"),
                refusal == null ? null : TransferRefusal.valueOf(refusal));
    }
}
