package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.language.Language;
import io.namesake.registry.CampaignLines.Slice;
import io.namesake.registry.LineStatus;
import io.namesake.registry.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code remediation_campaign} and {@code remediation_campaign_line}. */
@Repository
class CampaignTable {
    private final JdbcClient jdbc;

    CampaignTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a campaign is doing. */
    enum State {
        RUNNING,
        PAUSED,
        /** Its open cases are being withdrawn. */
        STOPPING,
        /** For good; its open cases were withdrawn. */
        STOPPED,
        /** Every line has been asked. */
        DONE
    }

    /**
     * A campaign.
     *
     * @param language in which its people are told; null where it is not known
     * @param pace lines a day
     * @param capacity contacts a day that the contact centre can take
     * @param lines how many lines it had when it was made
     * @param afterLine the last line that was looked at
     * @param contacts how many contacts the operator has counted
     * @param ticks how many times its alarm was set
     * @param nextBeat when it goes on; null for at once
     */
    record Campaign(
            UUID id,
            OperatorId operatorId,
            String name,
            Slice slice,
            @Nullable Language language,
            int pace,
            int capacity,
            State state,
            long lines,
            @Nullable UUID afterLine,
            int contacts,
            int ticks,
            @Nullable Instant nextBeat,
            Instant createdAt) {

        /** In another state, with an alarm to be set for it. */
        Campaign in(State next, @Nullable Instant beat) {
            return with(next, afterLine, contacts, ticks + 1, beat);
        }

        /** Having looked at all lines up to this one. */
        Campaign after(UUID line) {
            return with(state, line, contacts, ticks, nextBeat);
        }

        Campaign contacted(int more) {
            return with(state, afterLine, Math.addExact(contacts, more), ticks, nextBeat);
        }

        boolean isOver() {
            return state == State.STOPPING || state == State.STOPPED || state == State.DONE;
        }

        /** Whether its cases are withdrawn, or were. */
        boolean isStopped() {
            return state == State.STOPPING || state == State.STOPPED;
        }

        private Campaign with(State next, @Nullable UUID line, int counted, int number, @Nullable Instant beat) {
            return new Campaign(
                    id,
                    operatorId,
                    name,
                    slice,
                    language,
                    pace,
                    capacity,
                    next,
                    lines,
                    line,
                    counted,
                    number,
                    beat,
                    createdAt);
        }
    }

    void add(Campaign campaign, Collection<UUID> named) {
        jdbc.sql("""
                        insert into remediation_campaign
                            (id, operator_id, name, service, status, verified_before, language, pace, capacity, state, lines, created_at)
                        values (:id, :operator, :name, :service, :status, :before, :language, :pace, :capacity, :state, :lines,
                            :now)
                        """)
                .param("id", campaign.id())
                .param("operator", campaign.operatorId().value())
                .param("name", campaign.name())
                .param("service", name(campaign.slice().service()))
                .param("status", name(campaign.slice().status()))
                .param(
                        "before",
                        campaign.slice().verifiedBefore() == null
                                ? null
                                : SqlTime.of(campaign.slice().verifiedBefore()))
                .param(
                        "language",
                        campaign.language() == null ? null : campaign.language().tag())
                .param("pace", campaign.pace())
                .param("capacity", campaign.capacity())
                .param("state", campaign.state().name())
                .param("lines", campaign.lines())
                .param("now", SqlTime.of(campaign.createdAt()))
                .update();
        for (var line : named) {
            jdbc.sql("insert into remediation_campaign_line (campaign_id, line_id) values (:campaign, :line)")
                    .param("campaign", campaign.id())
                    .param("line", line)
                    .update();
        }
    }

    void update(Campaign campaign) {
        jdbc.sql("""
                        update remediation_campaign
                        set state = :state, after_line = :after, contacts = :contacts, ticks = :ticks, next_beat = :beat
                        where id = :id
                        """)
                .param("state", campaign.state().name())
                .param("after", campaign.afterLine())
                .param("contacts", campaign.contacts())
                .param("ticks", campaign.ticks())
                .param("beat", campaign.nextBeat() == null ? null : SqlTime.of(campaign.nextBeat()))
                .param("id", campaign.id())
                .update();
    }

    Optional<Campaign> lock(UUID id) {
        return jdbc.sql("select * from remediation_campaign where id = :id for update")
                .param("id", id)
                .query(CampaignTable::campaign)
                .optional();
    }

    Optional<Campaign> find(OperatorId operator, UUID id) {
        return jdbc.sql("select * from remediation_campaign where id = :id and operator_id = :operator")
                .param("id", id)
                .param("operator", operator.value())
                .query(CampaignTable::campaign)
                .optional();
    }

    List<Campaign> of(OperatorId operator) {
        return jdbc.sql("""
                        select * from remediation_campaign where operator_id = :operator order by created_at desc, id limit 200
                        """)
                .param("operator", operator.value())
                .query(CampaignTable::campaign)
                .list();
    }

    boolean hasNamedLines(UUID campaign) {
        return jdbc.sql("select exists (select 1 from remediation_campaign_line where campaign_id = :campaign)")
                .param("campaign", campaign)
                .query(Boolean.class)
                .single();
    }

    List<UUID> namedLines(UUID campaign, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select line_id from remediation_campaign_line
                        where campaign_id = :campaign and (:after::uuid is null or line_id > :after)
                        order by line_id limit :limit
                        """)
                .param("campaign", campaign)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Campaign campaign(ResultSet row, int number) throws SQLException {
        var service = row.getString("service");
        var status = row.getString("status");
        var language = row.getString("language");
        return new Campaign(
                row.getObject("id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getString("name"),
                new Slice(
                        service == null ? null : Service.valueOf(service),
                        status == null ? null : LineStatus.valueOf(status),
                        SqlTime.instantOrNull(row, "verified_before")),
                language == null ? null : Language.ofTag(language),
                row.getInt("pace"),
                row.getInt("capacity"),
                State.valueOf(row.getString("state")),
                row.getLong("lines"),
                row.getObject("after_line", UUID.class),
                row.getInt("contacts"),
                row.getInt("ticks"),
                SqlTime.instantOrNull(row, "next_beat"),
                SqlTime.instant(row, "created_at"));
    }
}
