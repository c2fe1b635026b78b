package io.namesake.remediation.internal;

import io.namesake.database.SqlTime;
import io.namesake.remediation.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases of a campaign, counted. */
@Repository
class CampaignCases {
    private static final String OPEN = " and phase not in ('SETTLED', 'ENDED')";

    private final JdbcClient jdbc;

    CampaignCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many are in each phase. */
    Map<Phase, Long> phases(UUID campaign) {
        var counts = new EnumMap<Phase, Long>(Phase.class);
        jdbc.sql("select phase, count(*) as cases from remediation_case where campaign_id = :campaign group by phase")
                .param("campaign", campaign)
                .query(row -> {
                    counts.put(Phase.valueOf(row.getString("phase")), row.getLong("cases"));
                });
        return counts;
    }

    long openedSince(UUID campaign, Instant since) {
        return jdbc.sql("select count(*) from remediation_case where campaign_id = :campaign and opened_at > :since")
                .param("campaign", campaign)
                .param("since", SqlTime.of(since))
                .query(Long.class)
                .single();
    }

    /** Some of those that are open, in the order of their ids. */
    List<UUID> someOpen(UUID campaign, int most) {
        return jdbc.sql("select id from remediation_case where campaign_id = :campaign" + OPEN
                        + " order by id limit :most")
                .param("campaign", campaign)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** How many cases whose clock runs showed zero on which day (UTC). */
    Map<LocalDate, Long> runningByDay(UUID campaign) {
        var counts = new TreeMap<LocalDate, Long>();
        jdbc.sql("""
                        select (moment at time zone 'UTC')::date as day, count(*) as cases from remediation_case
                        where campaign_id = :campaign and phase in ('NOTIFIED', 'LIMITED') group by day
                        """).param("campaign", campaign).query(row -> {
            counts.put(row.getObject("day", LocalDate.class), row.getLong("cases"));
        });
        return counts;
    }
}
