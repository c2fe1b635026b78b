package io.namesake.remediation.internal;

import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.registry.CampaignLines;
import io.namesake.registry.Lines;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.SettledCause;
import io.namesake.remediation.internal.CampaignTable.Campaign;
import io.namesake.remediation.internal.CampaignTable.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a campaign does by itself, each time in one short transaction with the alarm for the next: it asks a few lines every hour, and
 * once it is stopped it withdraws its open cases, some at a time. A server that dies in between leaves the alarm to another.
 */
@Service
class CampaignBeat {
    private static final Duration BEAT = Duration.ofHours(1);
    private static final int BEATS_A_DAY = 24;
    private static final int LARGEST_PAGE = 1000;
    /** Of cases that one transaction withdraws. */
    private static final int WITHDRAWN_AT_ONCE = 50;

    private final CampaignTable table;
    private final CampaignCases campaignCases;
    private final Cases cases;
    private final CaseOpener opener;
    private final CampaignLines slices;
    private final Lines lines;
    private final Timers timers;
    private final AuditLog audit;
    private final Clock clock;

    CampaignBeat(
            CampaignTable table,
            CampaignCases campaignCases,
            Cases cases,
            CaseOpener opener,
            CampaignLines slices,
            Lines lines,
            Timers timers,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.campaignCases = campaignCases;
        this.cases = cases;
        this.opener = opener;
        this.slices = slices;
        this.lines = lines;
        this.timers = timers;
        this.audit = audit;
        this.clock = clock;
    }

    /** The alarm of a campaign came. What is due follows; nothing, where it came too early or twice. */
    @Transactional
    public void tick(UUID id) {
        var campaign = table.lock(id).orElseThrow();
        var now = clock.instant();
        if (campaign.nextBeat() != null && campaign.nextBeat().isAfter(now)) {
            return;
        }
        switch (campaign.state()) {
            case RUNNING -> askMore(campaign, now);
            case STOPPING -> withdrawSome(campaign, now);
            case PAUSED, STOPPED, DONE -> {}
        }
    }

    /** An hour is over: the next lines are asked, as many as the pace leaves room for. */
    private void askMore(Campaign campaign, Instant now) {
        int room = room(campaign, now);
        var next = next(campaign, room);
        next.forEach(line -> ask(campaign, line));
        var asked = next.isEmpty() ? campaign : campaign.after(next.getLast());
        if (room > 0 && next.size() < room) {
            table.update(asked.in(State.DONE, null));
            log(campaign, "remediation.campaign-done");
        } else {
            again(asked, now.plus(BEAT));
        }
    }

    /** Never more than the pace within 24 hours, whatever was missed before, and not all of it at once. */
    private int room(Campaign campaign, Instant now) {
        long lately = campaignCases.openedSince(campaign.id(), now.minus(Duration.ofDays(1)));
        long share = (campaign.pace() + BEATS_A_DAY - 1L) / BEATS_A_DAY;
        return (int) Math.clamp(campaign.pace() - lately, 0, Math.min(share, LARGEST_PAGE));
    }

    private List<UUID> next(Campaign campaign, int room) {
        if (room == 0) {
            return List.of();
        }
        return table.hasNamedLines(campaign.id())
                ? table.namedLines(campaign.id(), campaign.afterLine(), room)
                : slices.page(campaign.operatorId(), campaign.slice(), campaign.afterLine(), room);
    }

    /** A line that was named and has ended meanwhile is left alone. */
    private void ask(Campaign campaign, UUID line) {
        if (lines.isInUse(line)) {
            opener.open(
                    new CaseOpener.Wanted(
                            campaign.operatorId(),
                            line,
                            Doubt.CAMPAIGN,
                            campaign.id().toString(),
                            campaign.id(),
                            campaign.language(),
                            null,
                            null),
                    Actor.SERVER);
        }
    }

    private void withdrawSome(Campaign campaign, Instant now) {
        var open = campaignCases.someOpen(campaign.id(), WITHDRAWN_AT_ONCE);
        open.forEach(one -> cases.settle(one, SettledCause.WITHDRAWN, "CAMPAIGN_STOPPED", Actor.OPERATOR));
        if (open.size() < WITHDRAWN_AT_ONCE) {
            table.update(campaign.in(State.STOPPED, null));
            log(campaign, "remediation.campaign-stopped");
        } else {
            again(campaign, now);
        }
    }

    private void again(Campaign campaign, Instant at) {
        var next = campaign.in(campaign.state(), at);
        table.update(next);
        timers.set(Timers.Kind.CAMPAIGN, next.id(), next.ticks(), at);
    }

    private void log(Campaign campaign, String what) {
        audit.append(new AuditEntry(campaign.operatorId(), what, campaign.id().toString()));
    }
}
