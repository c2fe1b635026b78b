package io.namesake.application.transparency;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import io.namesake.registry.Service;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Counts decisions about lines in the database, never looking at one. A look at one's own lines is in no figure. */
@Repository
class Figures {
    private static final String OF_MONTH =
            " where operator_id = :operator and decided_at >= :from and decided_at < :to and service is not null ";
    private static final String ENDED = OF_MONTH + "and outcome in ('VERIFIED', 'REFUSED') ";

    private final JdbcClient jdbc;

    Figures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    MonthFigures of(OperatorId operator, YearMonth month) {
        return new MonthFigures(
                month,
                decisions(operator, month),
                reasons(operator, month),
                count("select count(*) from application_decision" + ENDED, operator, month),
                count("select count(*) from application_decision" + ENDED + "and attended", operator, month),
                count("select count(*) from application_decision d" + OF_MONTH + """
                        and outcome = 'VERIFIED' and exists (
                            select 1 from application_decision before
                            where before.application_id = d.application_id
                              and before.decided_at < d.decided_at and before.outcome = 'REFUSED')
                        """, operator, month),
                count("""
                        select count(*) from application
                        where operator_id = :operator and state = 'EXPIRED' and updated_at >= :from and updated_at < :to
                        """, operator, month),
                percentile(0.5, operator, month),
                percentile(0.9, operator, month));
    }

    private Map<Service, Map<Outcome, Long>> decisions(OperatorId operator, YearMonth month) {
        var counts = new EnumMap<Service, Map<Outcome, Long>>(Service.class);
        query(
                        "select service, outcome, count(*) from application_decision" + OF_MONTH
                                + "group by service, outcome",
                        operator,
                        month)
                .query(row -> {
                    counts.computeIfAbsent(
                                    Service.valueOf(row.getString(1)), _ -> new EnumMap<Outcome, Long>(Outcome.class))
                            .put(Outcome.valueOf(row.getString(2)), row.getLong(3));
                });
        return counts;
    }

    private Map<Reason, Long> reasons(OperatorId operator, YearMonth month) {
        return query("""
                        select reason, count(*) from application_decision, unnest(string_to_array(reasons, ',')) reason
                        """ + OF_MONTH + "and reason <> '' group by reason", operator, month)
                .query((row, index) -> Map.entry(Reason.valueOf(row.getString(1)), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<Duration> percentile(double part, OperatorId operator, YearMonth month) {
        return query(
                        "select extract(epoch from percentile_cont(:part) within group (order by decided_at - asked_at))"
                                + " from application_decision" + ENDED,
                        operator,
                        month)
                .param("part", part)
                .query((row, index) -> Optional.ofNullable(row.getBigDecimal(1)))
                .single()
                .map(seconds -> Duration.ofSeconds(seconds.longValue()));
    }

    private long count(String sql, OperatorId operator, YearMonth month) {
        return query(sql, operator, month).query(Long.class).single();
    }

    private StatementSpec query(String sql, OperatorId operator, YearMonth month) {
        return jdbc.sql(sql)
                .param("operator", operator.value())
                .param("from", start(month))
                .param("to", start(month.plusMonths(1)));
    }

    private static OffsetDateTime start(YearMonth month) {
        return SqlTime.of(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
