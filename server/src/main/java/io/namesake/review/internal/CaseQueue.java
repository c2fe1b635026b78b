package io.namesake.review.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.access.OperatorId;
import io.namesake.access.StaffPrincipal;
import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import io.namesake.database.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open cases of an operator, the one that is due first at the front. Being late refuses nobody; it is counted. */
@Component
class CaseQueue {
    private static final Scope METRICS = Scope.ofSystem("metrics");

    private final JdbcClient jdbc;

    CaseQueue(JdbcClient jdbc, MeterRegistry metrics, Clock clock) {
        this.jdbc = jdbc;
        Gauge.builder("namesake.reviews.open", this, queue -> CurrentScope.call(METRICS, queue::openEverywhere))
                .description("Cases that wait for a person")
                .register(metrics);
        Gauge.builder(
                        "namesake.reviews.overdue",
                        this,
                        queue -> CurrentScope.call(METRICS, () -> queue.overdueEverywhere(clock.instant())))
                .description("Cases of reviewers that are past their deadline")
                .register(metrics);
    }

    /** How many there are. Attended cases wait for the applicant and are never late. */
    record Counts(int open, int locked, int overdue, int attended, int awaitingSecond, int disputed) {}

    record BySkill(Skill skill, int open) {}

    Counts counts(OperatorId operator, Instant now) {
        return jdbc.sql("""
                        select count(*) as open,
                               count(*) filter (where locked_until > :now) as locked,
                               count(*) filter (where kind = 'PICTURES' and due_at <= :now) as overdue,
                               count(*) filter (where kind = 'ATTENDED') as attended,
                               count(*) filter (where stage = 'AWAITING_SECOND') as second,
                               count(*) filter (where stage = 'DISPUTED') as disputed
                        from review_case where operator_id = :operator and""" + CaseTable.IS_OPEN)
                .param("operator", operator.value())
                .param("now", SqlTime.of(now))
                .query((row, index) -> new Counts(
                        row.getInt("open"),
                        row.getInt("locked"),
                        row.getInt("overdue"),
                        row.getInt("attended"),
                        row.getInt("second"),
                        row.getInt("disputed")))
                .single();
    }

    List<BySkill> bySkill(OperatorId operator) {
        return jdbc.sql("select skill, count(*) as open from review_case where kind = 'PICTURES'"
                        + " and operator_id = :operator and" + CaseTable.IS_OPEN + "group by skill order by skill")
                .param("operator", operator.value())
                .query((row, index) -> new BySkill(Skill.valueOf(row.getString("skill")), row.getInt("open")))
                .list();
    }

    /** The first few, without those that this person has decided already. */
    List<UUID> first(StaffPrincipal staff, int limit) {
        return jdbc.sql("""
                        select id from review_case c where operator_id = :operator
                          and not exists (select 1 from review_opinion o where o.case_id = c.id and o.staff_id = :staff)
                          and""" + CaseTable.IS_OPEN + "order by due_at, id limit :limit")
                .param("operator", staff.operatorId().value())
                .param("staff", staff.staffId())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    Optional<UUID> heldBy(OperatorId operator, UUID staff, Instant now) {
        return jdbc.sql("""
                        select id from review_case
                        where operator_id = :operator and locked_by = :staff and locked_until > :now and kind = 'PICTURES'
                          and not lock_by_code and""" + CaseTable.IS_OPEN + "order by due_at, id limit 1")
                .param("operator", operator.value())
                .param("staff", staff)
                .param("now", SqlTime.of(now))
                .query(UUID.class)
                .optional();
    }

    /**
     * Locks its row, and steps over those that somebody else is just taking.
     *
     * @param second whether they may be the second who looks
     */
    Optional<UUID> mostUrgentFor(StaffPrincipal staff, Set<Skill> skills, boolean second, Instant now) {
        if (skills.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select id from review_case c
                        where operator_id = :operator and kind = 'PICTURES' and skill in (:skills)
                          and (locked_until is null or locked_until <= :now)
                          and (stage <> 'DISPUTED' or assigned_to = :staff)
                          and (stage <> 'AWAITING_SECOND' or :second)
                          and not exists (
                            select 1 from review_opinion o join review_case d on d.id = o.case_id
                            where o.staff_id = :staff and (d.id = c.id or d.application_id = c.application_id))
                          and""" + CaseTable.IS_OPEN + "order by due_at, id limit 1 for update of c skip locked")
                .param("operator", staff.operatorId().value())
                .param("second", second)
                .param("skills", skills.stream().map(Enum::name).toList())
                .param("now", SqlTime.of(now))
                .param("staff", staff.staffId())
                .query(UUID.class)
                .optional();
    }

    private int openEverywhere() {
        return jdbc.sql("select count(*) from review_case where" + CaseTable.IS_OPEN)
                .query(Integer.class)
                .single();
    }

    private int overdueEverywhere(Instant now) {
        return jdbc.sql("select count(*) from review_case where kind = 'PICTURES' and due_at <= :now and"
                        + CaseTable.IS_OPEN)
                .param("now", SqlTime.of(now))
                .query(Integer.class)
                .single();
    }
}
