package io.namesake.remediation.internal;

import io.namesake.remediation.Doubt;
import io.namesake.remediation.internal.CampaignTable.State;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What campaigns bring day by day, before they are made and while they run. */
@Component
class CampaignForecasts {
    private final Campaigns campaigns;
    private final CampaignCases cases;
    private final RemediationPolicy policy;
    private final ContactRates rates;
    private final Clock clock;

    CampaignForecasts(
            Campaigns campaigns, CampaignCases cases, RemediationPolicy policy, ContactRates rates, Clock clock) {
        this.campaigns = campaigns;
        this.cases = cases;
        this.policy = policy;
        this.rates = rates;
        this.clock = clock;
    }

    /** Of a campaign that is not made yet. */
    CampaignOutlook of(Campaigns.Wanted wanted) {
        return outlook(campaigns.count(wanted), wanted.pace(), wanted.capacity(), Map.of());
    }

    /** Of one that is: nobody is asked while it is paused, and nothing goes on once it is being stopped. */
    CampaignOutlook of(Campaigns.Progress progress) {
        var campaign = progress.campaign();
        boolean goesOn = campaign.state() != State.STOPPING && campaign.state() != State.STOPPED;
        return outlook(
                campaign.state() == State.PAUSED ? 0 : progress.left(),
                campaign.pace(),
                campaign.capacity(),
                goesOn ? cases.runningByDay(campaign.id()) : Map.of());
    }

    private CampaignOutlook outlook(long left, int pace, int capacity, Map<LocalDate, Long> running) {
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return CampaignOutlook.of(
                Outlook.of(today, left, pace, running, policy.of(Doubt.CAMPAIGN), rates), rates, capacity);
    }
}
