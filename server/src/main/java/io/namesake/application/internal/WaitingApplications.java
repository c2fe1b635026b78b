package io.namesake.application.internal;

import io.namesake.access.OperatorId;
import io.namesake.application.ReviewRequested;
import io.namesake.database.SqlTime;
import io.namesake.decision.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The applications in review, as the wishes for one that were told or should have been. */
@Repository
class WaitingApplications {
    private final JdbcClient jdbc;

    WaitingApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of them. @param after the application at the end of the page before */
    List<ReviewRequested> after(UUID after, int limit) {
        return jdbc.sql("""
                        select id, operator_id, reasons, decided_at from application
                        where state = 'REVIEW' and id > :after order by id limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> {
                    var id = row.getObject("id", UUID.class);
                    var since = SqlTime.instant(row, "decided_at");
                    var reasons = Arrays.stream(row.getString("reasons").split(","))
                            .map(Reason::valueOf)
                            .toList();
                    return new ReviewRequested(
                            eventId(id + "@" + since),
                            new OperatorId(row.getObject("operator_id", UUID.class)),
                            id,
                            reasons,
                            since);
                })
                .list();
    }

    /** The same each time the same wish is found. */
    private static UUID eventId(String wish) {
        return UUID.nameUUIDFromBytes(("waiting/" + wish).getBytes(StandardCharsets.UTF_8));
    }
}
