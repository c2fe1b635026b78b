package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.CampaignLines;
import io.namesake.registry.CampaignLines.Slice;
import io.namesake.remediation.Phase;
import io.namesake.remediation.internal.CampaignTable.Campaign;
import io.namesake.remediation.internal.CampaignTable.State;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Campaigns, as the operator makes, watches and stops them: a slice of the base is asked to verify anew, see {@link CampaignBeat}. Each
 * line gets an ordinary case, so nobody who was not reached is limited, and nothing ends but by a person's decision.
 */
@Service
class Campaigns {
    private final CampaignTable table;
    private final CampaignCases cases;
    private final CampaignLines lines;
    private final ContactRates rates;
    private final Timers timers;
    private final AuditLog audit;
    private final Clock clock;

    Campaigns(
            CampaignTable table,
            CampaignCases cases,
            CampaignLines lines,
            ContactRates rates,
            Timers timers,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.cases = cases;
        this.lines = lines;
        this.rates = rates;
        this.timers = timers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A campaign to be made.
     *
     * @param named these lines; none for the whole slice
     * @param language in which the people are told; null where it is not known
     * @param pace lines a day
     * @param capacity contacts a day
     */
    record Wanted(
            OperatorId operator,
            String name,
            Slice slice,
            Collection<UUID> named,
            @Nullable Language language,
            int pace,
            int capacity) {}

    /** How far a campaign has come. */
    record Progress(Campaign campaign, Map<Phase, Long> phases, Forecast forecast) {
        long asked() {
            return phases.values().stream().mapToLong(Long::longValue).sum();
        }

        /** How many lines are still to be asked. */
        long left() {
            return campaign.isOver() ? 0 : Math.max(0, campaign.lines() - asked());
        }
    }

    /** How many lines it would have now. */
    long count(Wanted wanted) {
        return wanted.named().isEmpty()
                ? lines.count(wanted.operator(), wanted.slice())
                : wanted.named().size();
    }

    @Transactional
    public Progress create(Wanted wanted) {
        var now = clock.instant();
        var campaign = new Campaign(
                UUID.randomUUID(),
                wanted.operator(),
                wanted.name(),
                wanted.slice(),
                wanted.language(),
                wanted.pace(),
                wanted.capacity(),
                State.RUNNING,
                count(wanted),
                null,
                0,
                0,
                null,
                now);
        table.add(campaign, wanted.named());
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

    /**
     * Pauses it, or lets it go on.
     *
     * @throws Problem {@code campaign-unknown}, or {@code step-not-possible} when it is over
     */
    @Transactional
    public Progress run(OperatorId operator, UUID id, boolean running) {
        var campaign = locked(operator, id);
        if (campaign.isOver()) {
            throw over();
        }
        var wanted = running ? State.RUNNING : State.PAUSED;
        return campaign.state() == wanted ? progress(campaign) : changed(campaign, wanted);
    }

    /**
     * Stops it for good. Its open cases are withdrawn bit by bit, and their limits undone; asked again meanwhile, it changes nothing.
     *
     * @throws Problem {@code campaign-unknown}, or {@code step-not-possible} when it was stopped before
     */
    @Transactional
    public Progress stop(OperatorId operator, UUID id) {
        var campaign = locked(operator, id);
        return switch (campaign.state()) {
            case STOPPED -> throw over();
            case STOPPING -> progress(campaign);
            case RUNNING, PAUSED, DONE -> changed(campaign, State.STOPPING);
        };
    }

    private Progress changed(Campaign campaign, State wanted) {
        var now = clock.instant();
        var changed = campaign.in(wanted, now);
        table.update(changed);
        timers.set(Timers.Kind.CAMPAIGN, changed.id(), changed.ticks(), now);
        log(changed, wanted.name().toLowerCase(Locale.ROOT));
        return progress(changed);
    }

    /** The contact centre counted more contacts, from which the forecast learns. */
    @Transactional
    public Progress contacted(OperatorId operator, UUID id, int contacts) {
        var changed = locked(operator, id).contacted(contacts);
        table.update(changed);
        return progress(changed);
    }

    private Campaign locked(OperatorId operator, UUID id) {
        return table.lock(id)
                .filter(found -> found.operatorId().equals(operator))
                .orElseThrow(() -> new Problem(ProblemType.CAMPAIGN_UNKNOWN));
    }

    private Progress progress(Campaign campaign) {
        var phases = cases.phases(campaign.id());
        long asked = phases.values().stream().mapToLong(Long::longValue).sum();
        long left = campaign.isOver() ? 0 : Math.max(0, campaign.lines() - asked);
        return new Progress(
                campaign,
                phases,
                Forecast.of(asked, campaign.contacts(), left, campaign.pace(), campaign.capacity(), rates.notice()));
    }

    private static Problem over() {
        return new Problem(ProblemType.STEP_NOT_POSSIBLE, "The campaign is over.");
    }

    private void log(Campaign campaign, String what) {
        audit.append(new AuditEntry(
                campaign.operatorId(),
                "remediation.campaign-" + what,
                campaign.id().toString()));
    }
}
