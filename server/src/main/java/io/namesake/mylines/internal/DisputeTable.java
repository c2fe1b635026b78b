package io.namesake.mylines.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dispute}. */
@Repository
class DisputeTable {
    private static final String DISPUTE = "select * from dispute ";

    private final JdbcClient jdbc;

    DisputeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was added; it was not when this holding is being disputed already */
    boolean insert(Dispute dispute) {
        return jdbc.sql("""
                        insert into dispute (id, operator_id, line_id, holding_id, holder_id, state, claim, opened_at, due_at)
                        values (:id, :operator, :line, :holding, :holder, :state, :claim, :opened, :due)
                        on conflict do nothing
                        """)
                        .param("id", dispute.id())
                        .param("operator", dispute.operatorId().value())
                        .param("line", dispute.lineId())
                        .param("holding", dispute.holdingId())
                        .param("holder", dispute.holderId())
                        .param("state", dispute.state().name())
                        .param("claim", dispute.claim().name())
                        .param("opened", SqlTime.of(dispute.openedAt()))
                        .param("due", SqlTime.of(dispute.dueAt()))
                        .update()
                == 1;
    }

    void update(Dispute dispute) {
        jdbc.sql("""
                        update dispute
                        set state = :state, due_at = :due, appeal_until = :appeal, first_decision_by = :first,
                            decided_by = :by, decision = :decision, decided_at = :decided
                        where id = :id
                        """)
                .param("state", dispute.state().name())
                .param("due", SqlTime.of(dispute.dueAt()))
                .param("appeal", orNull(dispute.appealUntil()))
                .param("first", dispute.firstDecisionBy())
                .param("by", dispute.decidedBy())
                .param(
                        "decision",
                        dispute.decision() == null ? null : dispute.decision().name())
                .param("decided", orNull(dispute.decidedAt()))
                .param("id", dispute.id())
                .update();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<Dispute> lock(UUID id) {
        return jdbc.sql(DISPUTE + "where id = :id for update")
                .param("id", id)
                .query(DisputeTable::dispute)
                .optional();
    }

    Optional<Dispute> find(UUID id) {
        return jdbc.sql(DISPUTE + "where id = :id")
                .param("id", id)
                .query(DisputeTable::dispute)
                .optional();
    }

    /** The holder's, the newest first. */
    List<Dispute> of(UUID holder) {
        return jdbc.sql(DISPUTE + "where holder_id = :holder order by opened_at desc, id limit 200")
                .param("holder", holder)
                .query(DisputeTable::dispute)
                .list();
    }

    /** The operator's, open ones first, then by when they are due. */
    List<Dispute> of(OperatorId operator, int limit) {
        return jdbc.sql(DISPUTE + """
                        where operator_id = :operator
                        order by state not in ('OPEN', 'APPEALED'), due_at, id limit :limit
                        """)
                .param("operator", operator.value())
                .param("limit", limit)
                .query(DisputeTable::dispute)
                .list();
    }

    /** Open ones about these lines. */
    List<Dispute> open(Set<UUID> lines) {
        return lines.isEmpty()
                ? List.of()
                : jdbc.sql(DISPUTE + "where line_id in (:lines) and state in ('OPEN', 'APPEALED')")
                        .param("lines", lines)
                        .query(DisputeTable::dispute)
                        .list();
    }

    /** Those about this line that were decided for who disputed it, the last one first. */
    List<Dispute> upheld(UUID line) {
        return jdbc.sql(DISPUTE + "where line_id = :line and state = 'UPHELD' order by decided_at desc, id")
                .param("line", line)
                .query(DisputeTable::dispute)
                .list();
    }

    private static Dispute dispute(ResultSet row, int number) throws SQLException {
        var decision = row.getString("decision");
        return new Dispute(
                row.getObject("id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getObject("line_id", UUID.class),
                row.getObject("holding_id", UUID.class),
                row.getObject("holder_id", UUID.class),
                DisputeMachine.State.valueOf(row.getString("state")),
                Dispute.Claim.valueOf(row.getString("claim")),
                SqlTime.instant(row, "opened_at"),
                SqlTime.instant(row, "due_at"),
                SqlTime.instantOrNull(row, "appeal_until"),
                row.getObject("first_decision_by", UUID.class),
                row.getObject("decided_by", UUID.class),
                decision == null ? null : Dispute.Code.valueOf(decision),
                SqlTime.instantOrNull(row, "decided_at"));
    }

    private static @Nullable Object orNull(@Nullable Instant instant) {
        return instant == null ? null : SqlTime.of(instant);
    }
}
