package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Line;
import io.namesake.registry.LineStatus;
import io.namesake.registry.PortedIn;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers that come from another operator, in the table {@code line_port}. The note is made while somebody asks for the line, and
 * becomes the cause of the holding that begins with it: a holding that has begun is not rewritten.
 */
@Repository
class PortedInLines {
    private static final Pattern NAME = Pattern.compile("[\\P{C}&&[^\\p{Zl}\\p{Zp}]]+");
    static final int LONGEST_NAME = 100;
    /** A port is ordered and carried out within weeks. */
    private static final Duration FARTHEST = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final LineChanges changes;
    private final LineNews news;
    private final Clock clock;

    PortedInLines(JdbcClient jdbc, LineChanges changes, LineNews news, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.news = news;
        this.clock = clock;
    }

    /** A number that came. @param reference the operator's own, of its order */
    record Port(UUID id, String reference, PortedIn ported) {}

    /**
     * Notes where the number comes from. The same order again changes nothing.
     *
     * @param at when the network lets it over, at most 90 days from now in either direction; null for now
     * @throws Problem {@code line-taken} once somebody holds the line
     */
    @Transactional
    public Port in(
            OperatorId operator,
            @Nullable String text,
            @Nullable String from,
            @Nullable String reference,
            @Nullable Instant at) {
        if (reference == null || !PortedLines.REFERENCE.matcher(reference).matches()) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, "A reference of 1 to 64 letters, digits and . _ / - is needed.");
        }
        var now = clock.instant();
        var ported = new PortedIn(name(from), at == null ? now : at);
        if (Duration.between(now, ported.at()).abs().compareTo(FARTHEST) > 0) {
            throw new Problem(ProblemType.REQUEST_INVALID, "at must lie within 90 days of now.");
        }
        var line = changes.lock(operator, text);
        var before = of(line.id(), reference);
        if (before.isPresent()) {
            return before.get();
        }
        if (line.status() != LineStatus.PENDING) {
            throw new Problem(
                    ProblemType.LINE_TAKEN, "Where a number comes from is said before somebody holds the line.");
        }
        var port = new Port(UUID.randomUUID(), reference, ported);
        jdbc.sql("""
                        insert into line_port
                            (id, line_id, operator_id, reference, ported_at, direction, other_operator, noted_at)
                        values (:id, :line, :operator, :reference, :at, 'IN', :from, :now)
                        """)
                .param("id", port.id())
                .param("line", line.id())
                .param("operator", operator.value())
                .param("reference", reference)
                .param("at", SqlTime.of(ported.at()))
                .param("from", ported.from())
                .param("now", SqlTime.of(now))
                .update();
        news.log("line.ported-in", operator, line.id(), Map.of("port", port.id().toString()));
        return port;
    }

    private static String name(@Nullable String written) {
        var name = written == null || written.length() > 2 * LONGEST_NAME
                ? ""
                : Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new Problem(ProblemType.REQUEST_INVALID, "from must have 1 to 100 printable characters.");
        }
        return name;
    }

    private Optional<Port> of(UUID line, String reference) {
        return jdbc.sql("""
                        select * from line_port where line_id = :line and reference = :reference and direction = 'IN'
                        order by noted_at desc limit 1
                        """)
                .param("line", line)
                .param("reference", reference)
                .query((row, number) -> new Port(
                        row.getObject("id", UUID.class),
                        reference,
                        new PortedIn(row.getString("other_operator"), SqlTime.instant(row, "ported_at"))))
                .optional();
    }

    /** The note that the next holding of this line begins with: made since it was asked for, and no other holding's. */
    Optional<UUID> unused(Line line) {
        return jdbc.sql("""
                        select id from line_port
                        where line_id = :line and direction = 'IN' and noted_at >= :since
                          and not exists (select from holding where line_id = :line and cause_id = line_port.id)
                        order by noted_at desc, id limit 1
                        """)
                .param("line", line.id())
                .param("since", SqlTime.of(line.since()))
                .query(UUID.class)
                .optional();
    }
}
