package io.namesake.application.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an applicant's walk leaves behind beside the application itself: links, sessions, challenges, attempts, pauses, requests to a wallet. */
@Repository
class CaptureTraces {
    private static final List<String> TABLES = List.of(
            "capture_link",
            "capture_session",
            "capture_challenge",
            "capture_attempt",
            "capture_pause",
            "wallet_request");

    private final JdbcClient jdbc;

    CaptureTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many rows */
    int erase(Collection<UUID> applications) {
        return TABLES.stream()
                .mapToInt(table -> jdbc.sql("delete from " + table + " where application_id in (:ids)")
                        .param("ids", applications)
                        .update())
                .sum();
    }
}
