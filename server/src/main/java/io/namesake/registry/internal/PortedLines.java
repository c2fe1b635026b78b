package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.EndCause;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Numbers that go to another operator, and the table {@code line_port}. For one that comes see {@link PortedInLines}. */
@Repository
@EnableConfigurationProperties(PortingSettings.class)
class PortedLines {
    static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._/-]{1,64}");

    private final JdbcClient jdbc;
    private final LineChanges changes;
    private final TransferTable transfers;
    private final LineControl control;
    private final PortingSettings settings;
    private final LineNews news;
    private final Clock clock;

    PortedLines(
            JdbcClient jdbc,
            LineChanges changes,
            TransferTable transfers,
            LineControl control,
            PortingSettings settings,
            LineNews news,
            Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.transfers = transfers;
        this.control = control;
        this.settings = settings;
        this.news = news;
        this.clock = clock;
    }

    /** A number that went. @param reference the operator's own, of its order */
    record Port(UUID id, String reference, Instant at) {}

    /** The line ends here. The same order again changes nothing. */
    @Transactional
    public Port out(OperatorId operator, @Nullable String text, @Nullable String reference) {
        if (reference == null || !REFERENCE.matcher(reference).matches()) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, "A reference of 1 to 64 letters, digits and . _ / - is needed.");
        }
        var line = changes.lock(operator, text);
        var before = latest(line.id()).filter(port -> port.reference().equals(reference));
        if (line.status() == LineStatus.DEACTIVATED && before.isPresent()) {
            return before.get();
        }
        LineChanges.requireInUse(line);
        LineChanges.requireWithoutLimits(line);
        if (transfers.isOpen(line.id())) {
            throw TransferObstacles.notPossible("The line is on its way to another holder.");
        }
        var port = new Port(UUID.randomUUID(), reference, clock.instant());
        jdbc.sql("""
                        insert into line_port (id, line_id, operator_id, reference, ported_at)
                        values (:id, :line, :operator, :reference, :now)
                        """)
                .param("id", port.id())
                .param("line", line.id())
                .param("operator", operator.value())
                .param("reference", reference)
                .param("now", SqlTime.of(port.at()))
                .update();
        control.deactivate(line.id(), port.id(), EndCause.PORTED_OUT, port.at().plus(settings.quarantine()));
        news.log(
                "line.ported-out", operator, line.id(), Map.of("port", port.id().toString()));
        return port;
    }

    private Optional<Port> latest(UUID line) {
        return jdbc.sql(
                        "select * from line_port where line_id = :line and direction = 'OUT' order by ported_at desc, id limit 1")
                .param("line", line)
                .query((row, number) -> new Port(
                        row.getObject("id", UUID.class), row.getString("reference"), SqlTime.instant(row, "ported_at")))
                .optional();
    }
}
