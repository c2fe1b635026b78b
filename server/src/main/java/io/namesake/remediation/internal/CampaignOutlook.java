package io.namesake.remediation.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link Outlook} as the operator sees it. */
@Schema(
        name = "CampaignOutlook",
        description =
                "What is expected day by day, from today (UTC) to the last day on which anything happens, at most 366 days")
record CampaignOutlook(
        Rates rates,

        @Schema(description = "Contacts on the busiest day") double mostContactsPerDay,

        @Schema(description = "That day; null when nothing is expected any more") @Nullable
        LocalDate busiestDay,

        @Schema(description = "Whether the busiest day stays within the capacity")
        boolean withinCapacity,

        List<Day> days) {
    static final String FORMULA =
            "contacts of a day = cases * rates.notice + reminders * rates.reminder + limits * rates.limit."
                    + " Cases are opened at the pace until no line is left. Of the cases of one day, the share stillOpen^k is still open when"
                    + " the policy's k-th stage comes, and stillOpen^(k-1) when its reminders go out; cases under way count from the stage"
                    + " where they stand. Notices are taken to arrive on the day of their sending, and nobody to ask for more time: both only"
                    + " make the load come later. The rates are the deployment's configuration, namesake.remediation.contact-rates.";

    @Schema(name = "CampaignContactRates", description = "As configured, 0 to 1 each")
    record Rates(double notice, double reminder, double limit, double stillOpen) {}

    @Schema(name = "CampaignOutlookDay")
    record Day(
            LocalDate day,

            @Schema(description = "Cases that are opened") double cases,

            double reminders,

            @Schema(description = "Cases whose limits begin or grow")
            double limits,

            @Schema(description = "Cases that come to a reviewer for a decision")
            double decisions,

            @Schema(description = "Contacts with the contact centre")
            double contacts) {}

    static CampaignOutlook of(Outlook outlook, ContactRates rates, int capacity) {
        var busiest = outlook.days().stream().max(Comparator.comparingDouble(Outlook.Day::contacts));
        double most = busiest.map(Outlook.Day::contacts).orElse(0.0);
        return new CampaignOutlook(
                new Rates(rates.notice(), rates.reminder(), rates.limit(), rates.stillOpen()),
                most,
                busiest.map(Outlook.Day::day).orElse(null),
                most <= capacity,
                outlook.days().stream()
                        .map(day -> new Day(
                                day.day(), day.cases(), day.reminders(), day.limits(), day.decisions(), day.contacts()))
                        .toList());
    }
}
