package io.namesake.remediation.internal;

import io.namesake.remediation.Phase;
import io.namesake.remediation.internal.CampaignTable.State;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A campaign as the operator sees it. */
@Schema(name = "Campaign")
record CampaignJson(
        UUID id,
        String name,

        @Schema(
                description =
                        "DONE: every line was asked; its cases go on. STOPPING: its open cases are being withdrawn. STOPPED: all of them were")
        State state,

        int pacePerDay,
        int contactCapacityPerDay,
        Instant createdAt,

        @Schema(description = "How many lines it had when it was made")
        long lines,

        @Schema(description = "How many of them were asked so far")
        long asked,

        @Schema(description = "How many of its cases stand where")
        List<PhaseCount> phases,

        @Schema(description = "How many contacts you have reported")
        int contacts,

        ForecastJson forecast) {

    static CampaignJson of(Campaigns.Progress progress) {
        var campaign = progress.campaign();
        return new CampaignJson(
                campaign.id(),
                campaign.name(),
                campaign.state(),
                campaign.pace(),
                campaign.capacity(),
                campaign.createdAt(),
                campaign.lines(),
                progress.asked(),
                progress.phases().entrySet().stream()
                        .map(entry -> new PhaseCount(entry.getKey(), entry.getValue()))
                        .toList(),
                campaign.contacts(),
                ForecastJson.of(progress.forecast(), campaign.capacity()));
    }

    @Schema(name = "CampaignPhase")
    record PhaseCount(Phase phase, long cases) {}

    @Schema(name = "CampaignForecast", description = "The contact centre's load on a day at this pace")
    record ForecastJson(
            @Schema(description = "Contacts a day to be expected")
            double contactsPerDay,

            @Schema(description = "19 of 20 times it is at least this")
            double low,

            @Schema(description = "19 of 20 times it is at most this")
            double high,

            @Schema(description = "How many of those who are asked call, 0 to 1")
            double contactRate,

            @Schema(
                    description =
                            "Whether enough lines were asked for the rate to be measured; before, it is mostly a default")
            boolean measured,

            @Schema(description = "Days until every line was asked")
            long daysLeft,

            @Schema(description = "Whether even the high figure stays within the capacity")
            boolean withinCapacity,

            @Schema(description = "The fastest pace of which that is true")
            int paceWithinCapacity) {

        static ForecastJson of(Forecast forecast, int capacity) {
            return new ForecastJson(
                    forecast.perDay(),
                    forecast.low(),
                    forecast.high(),
                    forecast.contactRate(),
                    forecast.measured(),
                    forecast.daysLeft(),
                    forecast.high() <= capacity,
                    forecast.paceWithinCapacity());
        }
    }
}
