package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.access.StaffPrincipal;
import io.namesake.database.AcrossOperators;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back that somebody has died. A person lives or does not, so it holds at every operator, whichever of them noted the death:
 * open offers to heirs end, and doubts that rested on it. An offer of the person's own that ended for the death is not made again,
 * since its receiver was told that it is over; and a line that an heir holds by now stays with the heir, until they hand it back.
 */
@Repository
@AcrossOperators(because = "a person lives or does not, at every operator alike")
class MistakenDeaths {
    private final JdbcClient jdbc;
    private final LineChanges changes;
    private final TransferTable transfers;
    private final TransferEnds ends;
    private final HolderTable holders;
    private final LineNews news;
    private final Clock clock;

    MistakenDeaths(
            JdbcClient jdbc,
            LineChanges changes,
            TransferTable transfers,
            TransferEnds ends,
            HolderTable holders,
            LineNews news,
            Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.transfers = transfers;
        this.ends = ends;
        this.holders = holders;
        this.news = news;
        this.clock = clock;
    }

    /** Why it was a mistake. The list is closed. */
    enum Reason {
        /** What was shown is about somebody else. */
        EVIDENCE_OF_ANOTHER_PERSON,
        /** What was shown is not genuine. */
        EVIDENCE_NOT_GENUINE,
        /** It was noted for the wrong line. */
        NOTED_FOR_ANOTHER_LINE,
        /** The person has come and was seen. */
        PERSON_WAS_SEEN
    }

    /** What came of it for the line that was named. */
    record Cleared(boolean offerEnded, boolean heldByAnother) {}

    private record Touched(UUID line, OperatorId operator, boolean heldByAnother) {}

    /** @throws Problem {@code line-unknown}, {@code step-not-possible} when no death is noted */
    @Transactional
    public Cleared clear(StaffPrincipal staff, @Nullable String text, Reason reason) {
        var line = changes.find(staff.operatorId(), text);
        var person = dead(line.id()).orElseThrow(MistakenDeaths::notNoted);
        // Offers before their lines, like everybody who needs both.
        var open = transfers.lockInheritancesOf(person);
        open.forEach(offer -> ends.end(offer, TransferMachine.Step.WITHDRAW, null));
        var now = clock.instant();
        var since = holders.alive(person).orElseThrow(MistakenDeaths::notNoted);
        var touched = touched(person, since);
        touched.forEach(one -> tell(one, staff, reason, now));
        return new Cleared(
                open.stream().anyMatch(offer -> offer.lineId().equals(line.id())),
                touched.stream().filter(one -> one.line().equals(line.id())).anyMatch(Touched::heldByAnother));
    }

    /** Of other operators' lines it is not logged which of this one's staff it was. */
    private void tell(Touched line, StaffPrincipal staff, Reason reason, Instant now) {
        var details = new TreeMap<>(Map.of("reason", reason.name()));
        if (line.operator().equals(staff.operatorId())) {
            details.put("staff", staff.staffId().toString());
        }
        news.log("line.death-cleared", line.operator(), line.line(), details);
        news.deathCleared(line.operator(), line.line(), line.heldByAnother(), now);
    }

    /** Who holds the line, or held it until death was said to be the cause, if their death is noted. */
    private Optional<UUID> dead(UUID line) {
        return jdbc.sql("""
                        select holder.id from holding join holder on holder.id = holding.holder_id
                        where holding.line_id = :line and (held_until is null or end_cause = 'DECEASED')
                          and holder.deceased_at is not null
                        order by holding.held_from desc limit 1
                        """).param("line", line).query(UUID.class).optional();
    }

    /** The lines of this person, and those that they held until death was said to be the cause. */
    private List<Touched> touched(UUID person, Instant since) {
        return jdbc.sql("""
                        select line.id, line.operator_id,
                            exists (select from holding now
                                    where now.line_id = line.id and now.held_until is null and now.holder_id <> :person) as gone
                        from line where id in (
                            select line_id from holding
                            where holder_id = :person
                              and (held_until is null or (end_cause = 'DECEASED' and held_until >= :since)))
                        order by line.id
                        """)
                .param("person", person)
                .param("since", SqlTime.of(since))
                .query((row, number) -> new Touched(
                        row.getObject("id", UUID.class),
                        new OperatorId(row.getObject("operator_id", UUID.class)),
                        row.getBoolean("gone")))
                .list();
    }

    private static Problem notNoted() {
        return new Problem(ProblemType.STEP_NOT_POSSIBLE, "No death of this line's holder is noted.");
    }
}
