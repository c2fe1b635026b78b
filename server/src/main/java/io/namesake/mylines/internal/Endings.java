package io.namesake.mylines.internal;

import io.namesake.access.HolderPrincipal;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.SqlTime;
import io.namesake.mylines.LineEndedByHolder;
import io.namesake.mylines.LineEndingUndone;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.EndCause;
import io.namesake.registry.HeldLine;
import io.namesake.registry.Line;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineLimitReached;
import io.namesake.registry.Lines;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** "Not needed any more": the holder ends a line, and can take that back for some days. */
@Repository
class Endings {
    private final JdbcClient jdbc;
    private final DisputeTable disputes;
    private final LineControl control;
    private final Lines lines;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final MyLinesSettings settings;
    private final Clock clock;

    Endings(
            JdbcClient jdbc,
            DisputeTable disputes,
            LineControl control,
            Lines lines,
            AuditLog audit,
            ApplicationEventPublisher events,
            MyLinesSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.disputes = disputes;
        this.control = control;
        this.lines = lines;
        this.audit = audit;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** A line that its holder ended. @param line as it was called */
    record Ending(UUID id, Line line, Instant endedAt, Instant undoUntil) {}

    /** @throws Problem {@code step-not-possible} while the holder says that the line is not theirs */
    @Transactional
    public Ending end(HolderPrincipal holder, HeldLine held) {
        var now = clock.instant();
        var line = held.line();
        // Whoever uses it would be cut off without notice by one who says that they have nothing to do with it.
        if (disputes.open(Set.of(line.id())).stream()
                .anyMatch(dispute -> dispute.holderId().equals(holder.holderId()))) {
            throw new Problem(
                    ProblemType.STEP_NOT_POSSIBLE,
                    "You have said that this line is not yours, and that is being looked into. Take that back first.");
        }
        var ending = new Ending(UUID.randomUUID(), line, now, now.plus(settings.undoWithin()));
        jdbc.sql("""
                        insert into line_ending (id, line_id, holder_id, ended_at, undo_until)
                        values (:id, :line, :holder, :now, :undo)
                        """)
                .param("id", ending.id())
                .param("line", line.id())
                .param("holder", holder.holderId())
                .param("now", SqlTime.of(now))
                .param("undo", SqlTime.of(ending.undoUntil()))
                .update();
        control.deactivate(line.id(), ending.id(), EndCause.ENDED_BY_HOLDER, now.plus(settings.quarantine()));
        log("line.ended-by-holder", ending);
        events.publishEvent(new LineEndedByHolder(UUID.randomUUID(), line.operatorId(), line.id(), now));
        return ending;
    }

    /**
     * @throws Problem {@code case-unknown}, {@code case-closed} when it is too late, {@code line-limit-reached} when the holder has
     *     taken as many others meanwhile as the rules allow
     */
    @Transactional
    public void undo(HolderPrincipal holder, UUID id) {
        var ending = of(holder.holderId()).stream()
                .filter(mine -> mine.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemType.CASE_UNKNOWN));
        if (!reinstated(ending)) {
            throw new Problem(ProblemType.CASE_CLOSED);
        }
        jdbc.sql("update line_ending set undone_at = :now where id = :id")
                .param("now", SqlTime.of(clock.instant()))
                .param("id", id)
                .update();
        log("line.ending-undone", ending);
        events.publishEvent(new LineEndingUndone(
                UUID.randomUUID(), ending.line().operatorId(), ending.line().id(), ending.endedAt(), clock.instant()));
    }

    private boolean reinstated(Ending ending) {
        try {
            return control.reinstateWithinLimit(ending.line().id(), ending.id());
        } catch (LineLimitReached full) {
            throw new Problem(ProblemType.LINE_LIMIT_REACHED);
        }
    }

    /** What this holder ended and can still take back. */
    List<Ending> of(UUID holder) {
        return jdbc.sql("""
                        select * from line_ending
                        where holder_id = :holder and undone_at is null and undo_until > :now
                        order by ended_at desc
                        """)
                .param("holder", holder)
                .param("now", SqlTime.of(clock.instant()))
                .query((row, number) -> new Ending(
                        row.getObject("id", UUID.class),
                        lines.byId(row.getObject("line_id", UUID.class)).orElseThrow(),
                        SqlTime.instant(row, "ended_at"),
                        SqlTime.instant(row, "undo_until")))
                .list();
    }

    private void log(String type, Ending ending) {
        audit.append(new AuditEntry(
                ending.line().operatorId(),
                type,
                ending.line().id().toString(),
                Map.of("ending", ending.id().toString())));
    }
}
