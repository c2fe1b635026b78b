package io.namesake.review.internal;

import io.namesake.database.SqlTime;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closed cases go with their application's time, and with them who looked and what was found. One that waits for a person stays. */
@Component
class OldReviews implements Expiring {
    /** What belongs to a case, before the case itself. */
    private static final List<String> OF_A_CASE =
            List.of("review_opinion", "review_look", "review_seed_evidence", "review_seed");

    private final JdbcClient jdbc;
    private final RetentionSettings retention;

    OldReviews(JdbcClient jdbc, RetentionSettings retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public KeptData kind() {
        return KeptData.CASES;
    }

    @Override
    public int eraseSome(Instant now, int most) {
        var before = SqlTime.of(now.minus(retention.caseFile()));
        var over = jdbc.sql("""
                        select id from review_case where closed_at <= :before
                        order by closed_at limit :most for update skip locked
                        """)
                .param("before", before)
                .param("most", most)
                .query(UUID.class)
                .list();
        if (!over.isEmpty()) {
            OF_A_CASE.forEach(table -> jdbc.sql("delete from " + table + " where case_id in (:ids)")
                    .param("ids", over)
                    .update());
            jdbc.sql("delete from review_case where id in (:ids)")
                    .param("ids", over)
                    .update();
        }
        // Of a member of staff, and long forgotten by whoever counts them.
        int failures = jdbc.sql("""
                        delete from review_code_failure where ctid in
                            (select ctid from review_code_failure where failed_at <= :before limit :most)
                        """).param("before", before).param("most", most).update();
        return over.size() + failures;
    }
}
