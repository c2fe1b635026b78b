package io.namesake.registry.internal;

import io.namesake.database.SqlTime;
import io.namesake.registry.Limit;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code line_limit}: each limit with the case that it comes from. */
@Repository
class LimitTable {
    private final JdbcClient jdbc;

    LimitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(UUID line, UUID caseId, Set<Limit> limits, Instant now) {
        var kept = limits.isEmpty()
                ? Set.of("")
                : Set.copyOf(limits.stream().map(Enum::name).toList());
        jdbc.sql("""
                        delete from line_limit
                        where line_id = :line and case_id = :case and limitation not in (:kept)
                        """)
                .param("line", line)
                .param("case", caseId)
                .param("kept", kept)
                .update();
        for (var limit : limits) {
            jdbc.sql("""
                            insert into line_limit (line_id, case_id, limitation, since) values (:line, :case, :limit, :now)
                            on conflict do nothing
                            """)
                    .param("line", line)
                    .param("case", caseId)
                    .param("limit", limit.name())
                    .param("now", SqlTime.of(now))
                    .update();
        }
    }

    /** A case ended the line: its own limits are over, and those of others hold again should the end be taken back. */
    void setAside(UUID line, UUID caseId) {
        jdbc.sql("delete from line_limit where line_id = :line and case_id = :case")
                .param("line", line)
                .param("case", caseId)
                .update();
        jdbc.sql("update line_limit set set_aside_by = :case where line_id = :line")
                .param("case", caseId)
                .param("line", line)
                .update();
    }

    /** The end was taken back. */
    void restore(UUID line) {
        jdbc.sql("update line_limit set set_aside_by = null where line_id = :line")
                .param("line", line)
                .update();
    }

    /** The number is somebody else's now. */
    void forgetSetAside(UUID line) {
        jdbc.sql("delete from line_limit where line_id = :line and set_aside_by is not null")
                .param("line", line)
                .update();
    }

    Set<Limit> of(UUID line) {
        var found = EnumSet.noneOf(Limit.class);
        jdbc.sql("select distinct limitation from line_limit where line_id = :line and set_aside_by is null")
                .param("line", line)
                .query(String.class)
                .list()
                .forEach(name -> found.add(Limit.valueOf(name)));
        return found;
    }

    /** Which of these lines are limited by their case. @param cases of each line one case, which is no other line's */
    Set<UUID> limitedBy(Map<UUID, UUID> cases) {
        return cases.isEmpty()
                ? Set.of()
                : jdbc.sql("select distinct line_id from line_limit"
                                + " where line_id in (:lines) and case_id in (:cases) and set_aside_by is null")
                        .param("lines", cases.keySet())
                        .param("cases", cases.values())
                        .query(UUID.class)
                        .set();
    }
}
