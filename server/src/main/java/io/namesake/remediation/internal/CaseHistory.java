package io.namesake.remediation.internal;

import io.namesake.database.SqlTime;
import io.namesake.remediation.Phase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code remediation_step}: every step of every case, never changed. */
@Repository
class CaseHistory {
    private final JdbcClient jdbc;

    CaseHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One step of a case. */
    record Row(
            int number,
            Instant at,
            String event,
            @Nullable Phase from,
            Phase to,
            int stage,
            @Nullable String cause,
            Actor actor) {}

    void add(UUID caseId, Row step) {
        jdbc.sql("""
                        insert into remediation_step (case_id, number, at, event, from_phase, to_phase, stage, cause, actor, actor_id)
                        values (:case, :number, :at, :event, :from, :to, :stage, :cause, :actor, :actorId)
                        """)
                .param("case", caseId)
                .param("number", step.number())
                .param("at", SqlTime.of(step.at()))
                .param("event", step.event())
                .param("from", step.from() == null ? null : step.from().name())
                .param("to", step.to().name())
                .param("stage", step.stage())
                .param("cause", step.cause())
                .param("actor", step.actor().kind().name())
                .param("actorId", step.actor().id())
                .update();
    }

    List<Row> of(UUID caseId) {
        return jdbc.sql("select * from remediation_step where case_id = :case order by number")
                .param("case", caseId)
                .query(CaseHistory::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var from = row.getString("from_phase");
        return new Row(
                row.getInt("number"),
                SqlTime.instant(row, "at"),
                row.getString("event"),
                from == null ? null : Phase.valueOf(from),
                Phase.valueOf(row.getString("to_phase")),
                row.getInt("stage"),
                row.getString("cause"),
                new Actor(Actor.Kind.valueOf(row.getString("actor")), row.getObject("actor_id", UUID.class)));
    }
}
