package io.namesake.remediation.internal;

import io.namesake.mylines.DisputeUpheld;
import io.namesake.mylines.LineEndedByHolder;
import io.namesake.mylines.LineEndingUndone;
import io.namesake.registry.HolderDeathCleared;
import io.namesake.registry.HolderDeceased;
import io.namesake.registry.Holders;
import io.namesake.registry.Holding;
import io.namesake.registry.Holdings;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineStatusChanged;
import io.namesake.registry.Lines;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.Remediations;
import io.namesake.remediation.SettledCause;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what makes a line doubtful elsewhere, and what ends the doubt because it ends the line. */
@Component
class Doubts {
    private final Remediations remediations;
    private final CaseOpener opener;
    private final CaseTable cases;
    private final CampaignTable campaigns;
    private final Lines lines;
    private final Holdings holdings;
    private final Holders holders;

    Doubts(
            Remediations remediations,
            CaseOpener opener,
            CaseTable cases,
            CampaignTable campaigns,
            Lines lines,
            Holdings holdings,
            Holders holders) {
        this.remediations = remediations;
        this.opener = opener;
        this.cases = cases;
        this.campaigns = campaigns;
        this.lines = lines;
        this.holdings = holdings;
        this.holders = holders;
    }

    /** Nobody stands for the line now; whoever uses it is asked to. One who verified before this was heard is not asked again. */
    @ApplicationModuleListener
    void on(DisputeUpheld event) {
        boolean nobodyYet = lines.byId(event.lineId())
                .filter(line -> line.status() == LineStatus.UNVERIFIED)
                .isPresent();
        if (nobodyYet) {
            remediations.open(event.operatorId(), event.lineId(), Doubt.DISPUTE_UPHELD, event.disputeId());
        }
    }

    @ApplicationModuleListener
    void on(HolderDeceased event) {
        // It may have been cleared before this was heard.
        if (isHeldByOneWhoDied(event.lineId())) {
            remediations.open(event.operatorId(), event.lineId(), Doubt.HOLDER_DECEASED, event.eventId());
        }
    }

    /** What rested on the death alone ends, and what it did to the line is undone, unless another was verified for the line. */
    @ApplicationModuleListener
    void on(HolderDeathCleared event) {
        if (!event.heldByAnother() && !isHeldByOneWhoDied(event.lineId())) {
            remediations.settle(event.lineId(), Doubt.HOLDER_DECEASED, SettledCause.DOUBT_REMOVED, event.at());
        }
    }

    private boolean isHeldByOneWhoDied(UUID line) {
        return holdings.current(line)
                .map(Holding::holderId)
                .filter(holders::isDeceased)
                .isPresent();
    }

    /**
     * However else the line ended: no notice follows to a number that is somewhere else now. That the holder ended it is told as
     * {@link LineEndedByHolder}.
     */
    @ApplicationModuleListener
    void on(LineStatusChanged event) {
        if (event.to() == LineStatus.DEACTIVATED && !holdings.isEndedByHolder(event.lineId())) {
            remediations.settle(event.lineId(), SettledCause.LINE_ENDED, event.at());
        }
    }

    @ApplicationModuleListener
    void on(LineEndedByHolder event) {
        remediations.settle(event.lineId(), SettledCause.ENDED_BY_HOLDER, event.at());
    }

    /**
     * The line is again what it was, and so is the doubt, unless it went meanwhile. When the line has ended once more before this is
     * heard, it is so when that is taken back: what is not opened anew now is then, since the whole time of the holding counts.
     */
    @ApplicationModuleListener
    void on(LineEndingUndone event) {
        if (lines.isInUse(event.lineId())) {
            var since = holdings.heldSince(event.lineId()).orElse(event.endedAt());
            cases.endedWithTheLine(event.lineId(), since).stream()
                    .filter(this::isStillDoubted)
                    .forEach(this::openAnew);
        }
    }

    private boolean isStillDoubted(RemediationCase over) {
        boolean wasVerifiedSince = holdings.current(over.lineId())
                .map(Holding::verifiedAt)
                .filter(verified -> verified.isAfter(over.changedAt()))
                .isPresent();
        return !wasVerifiedSince
                && (over.doubt() != Doubt.HOLDER_DECEASED || isHeldByOneWhoDied(over.lineId()))
                && (over.campaignId() == null || goesOn(over.campaignId()));
    }

    /** Locked, so that who stops it now finds the case. */
    private boolean goesOn(UUID campaign) {
        return campaigns.lock(campaign).filter(found -> !found.isStopped()).isPresent();
    }

    /** As it was opened, but for how the person was reached beside their line, which a case that is over has forgotten. */
    private void openAnew(RemediationCase over) {
        opener.open(
                new CaseOpener.Wanted(
                        over.operatorId(),
                        over.lineId(),
                        over.doubt(),
                        over.causeReference(),
                        over.campaignId(),
                        over.language(),
                        null,
                        null),
                Actor.SERVER);
    }
}
