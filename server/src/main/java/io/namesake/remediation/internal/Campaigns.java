package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.CampaignLines;
import io.namesake.registry.CampaignLines.Slice;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.Phase;
import io.namesake.remediation.SettledCause;
import io.namesake.remediation.internal.CampaignTable.Campaign;
import io.namesake.remediation.internal.CampaignTable.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Campaigns: a slice of the base is asked to verify anew, a few lines every hour. Each line gets an ordinary case, so nobody who was
 * not reached is limited, and nothing ends but by a person's decision.
 */
@Service
class Campaigns {
    private static final Duration BEAT = Duration.ofHours(1);
    private static final int BEATS_A_DAY = 24;
    private static final int LARGEST_PAGE = 1000;

    private final CampaignTable table;
    private final CaseTable caseTable;
    private final Cases cases;
    private final CampaignLines lines;
    private final Timers timers;
    private final AuditLog audit;
    private final Clock clock;

    Campaigns(
            CampaignTable table,
            CaseTable caseTable,
            Cases cases,
            CampaignLines lines,
            Timers timers,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.caseTable = caseTable;
        this.cases = cases;
        this.lines = lines;
        this.timers = timers;
        this.audit = audit;
        this.clock = clock;
    }

    /** How far a campaign has come. */
    record Progress(Campaign campaign, Map<Phase, Long> phases, Forecast forecast) {
        long asked() {
            return phases.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param named these lines; none for the whole slice */
    @Transactional
    public Progress create(
            OperatorId operator, String name, Slice slice, Collection<UUID> named, int pace, int capacity) {
        var now = clock.instant();
        long count = named.isEmpty() ? lines.count(operator, slice) : named.size();
        var campaign = new Campaign(
                UUID.randomUUID(), operator, name, slice, pace, capacity, State.RUNNING, count, null, 0, 0, now);
        table.add(campaign, named);
        timers.set(Timers.Kind.CAMPAIGN, campaign.id(), 0, now);
        log(campaign, "created");
        return progress(campaign);
    }

    List<Progress> of(OperatorId operator) {
        return table.of(operator).stream().map(this::progress).toList();
    }

    Progress find(OperatorId operator, UUID id) {
        return progress(table.find(operator, id).orElseThrow(() -> new Problem(ProblemType.CAMPAIGN_UNKNOWN)));
    }

    /** An hour is over: the next lines are asked, as many as the pace leaves room for. */
    @Transactional
    public void tick(UUID id) {
        var campaign = table.lock(id).orElseThrow();
        if (campaign.state() != State.RUNNING) {
            return;
        }
        var now = clock.instant();
        int room = room(campaign, now);
        var next = next(campaign, room);
        next.forEach(line -> ask(campaign, line));
        boolean done = room > 0 && next.size() < room;
        int ticks = campaign.ticks() + 1;
        table.update(changed(
                campaign,
                done ? State.DONE : State.RUNNING,
                next.isEmpty() ? campaign.afterLine() : next.getLast(),
                campaign.contacts(),
                ticks));
        if (done) {
            log(campaign, "done");
        } else {
            timers.set(Timers.Kind.CAMPAIGN, id, ticks, now.plus(BEAT));
        }
    }

    /** Never more than the pace within 24 hours, whatever was missed before, and not all of it at once. */
    private int room(Campaign campaign, Instant now) {
        long lately = caseTable.openedByCampaignSince(campaign.id(), now.minus(Duration.ofDays(1)));
        long share = (campaign.pace() + BEATS_A_DAY - 1L) / BEATS_A_DAY;
        return (int) Math.clamp(campaign.pace() - lately, 0, Math.min(share, LARGEST_PAGE));
    }

    private List<UUID> next(Campaign campaign, int room) {
        if (room == 0) {
            return List.of();
        }
        return table.hasNamedLines(campaign.id())
                ? table.namedLines(campaign.id(), campaign.afterLine(), room)
                : lines.page(campaign.operatorId(), campaign.slice(), campaign.afterLine(), room);
    }

    private void ask(Campaign campaign, UUID line) {
        cases.open(
                new Cases.Wanted(
                        campaign.operatorId(),
                        line,
                        Doubt.CAMPAIGN,
                        campaign.id().toString(),
                        campaign.id(),
                        Language.ENGLISH,
                        null,
                        null),
                Actor.SERVER);
    }

    /**
     * Pauses, resumes or stops. Stopping withdraws whatever cases of it are open, and undoes their limits.
     *
     * @throws Problem {@code campaign-unknown}, or {@code step-not-possible} when it is stopped or done
     */
    @Transactional
    public Progress change(OperatorId operator, UUID id, State wanted) {
        var campaign = locked(operator, id);
        if (campaign.state() == State.STOPPED || campaign.state() == State.DONE && wanted != State.STOPPED) {
            throw new Problem(ProblemType.STEP_NOT_POSSIBLE, "The campaign is over.");
        }
        int ticks = campaign.ticks() + 1;
        var changed = changed(campaign, wanted, campaign.afterLine(), campaign.contacts(), ticks);
        table.update(changed);
        if (wanted == State.RUNNING && campaign.state() != State.RUNNING) {
            timers.set(Timers.Kind.CAMPAIGN, id, ticks, clock.instant());
        }
        if (wanted == State.STOPPED) {
            caseTable
                    .openOfCampaign(id)
                    .forEach(open -> cases.step(
                            open, new Event.Settle(SettledCause.WITHDRAWN), "CAMPAIGN_STOPPED", Actor.OPERATOR));
        }
        log(campaign, wanted.name().toLowerCase(java.util.Locale.ROOT));
        return progress(changed);
    }

    /** The contact centre counted more contacts, from which the forecast learns. */
    @Transactional
    public Progress contacted(OperatorId operator, UUID id, int contacts) {
        var campaign = locked(operator, id);
        var changed = changed(
                campaign,
                campaign.state(),
                campaign.afterLine(),
                Math.addExact(campaign.contacts(), contacts),
                campaign.ticks());
        table.update(changed);
        return progress(changed);
    }

    private Campaign locked(OperatorId operator, UUID id) {
        return table.lock(id)
                .filter(found -> found.operatorId().equals(operator))
                .orElseThrow(() -> new Problem(ProblemType.CAMPAIGN_UNKNOWN));
    }

    private Progress progress(Campaign campaign) {
        var phases = caseTable.phasesOfCampaign(campaign.id());
        long asked = phases.values().stream().mapToLong(Long::longValue).sum();
        boolean over = campaign.state() == State.STOPPED || campaign.state() == State.DONE;
        long left = over ? 0 : Math.max(0, campaign.lines() - asked);
        return new Progress(
                campaign, phases, Forecast.of(asked, campaign.contacts(), left, campaign.pace(), campaign.capacity()));
    }

    private static Campaign changed(Campaign from, State state, @Nullable UUID afterLine, int contacts, int ticks) {
        return new Campaign(
                from.id(),
                from.operatorId(),
                from.name(),
                from.slice(),
                from.pace(),
                from.capacity(),
                state,
                from.lines(),
                afterLine,
                contacts,
                ticks,
                from.createdAt());
    }

    private void log(Campaign campaign, String what) {
        audit.append(new AuditEntry(
                campaign.operatorId(),
                "remediation.campaign-" + what,
                campaign.id().toString()));
    }
}
