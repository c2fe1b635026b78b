package io.namesake.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The longest that each kind of data is kept when nothing ends its stay sooner ({@link KeptData} says what each is). The consent
 * text tells the applicant the first two, {@code GET /v1/retention} tells everybody all of them.
 *
 * @param unfinished from an application's creation to its expiry when it is never submitted; 1 hour to 30 days
 * @param review from the wish for a review to the erasure of the pictures, decided or not; 1 hour to 30 days
 * @param capture what opened the applicant's page, after it was used or ran out; 1 hour to 30 days
 * @param caseFile an application, after its end; 30 days to 10 years
 * @param consent the proof of a consent, after it was given; not less than the case
 * @param holding who held a line, after they held it: as long as the law of telecommunications says
 * @param holderSession what opened a holder's own view, after it ended; 1 hour to 30 days
 * @param deliveries what was told to an operator's systems, after it was told or given up; 1 day to 1 year
 * @param disclosures who asked about a line and what was told, after the consent ended; 30 days to 10 years
 */
@ConfigurationProperties("namesake.retention")
public record RetentionSettings(
        @DefaultValue("48h") Duration unfinished,
        @DefaultValue("7d") Duration review,
        @DefaultValue("24h") Duration capture,
        @Name("case") @DefaultValue("365d") Duration caseFile,
        @DefaultValue("1095d") Duration consent,
        @DefaultValue("1825d") Duration holding,
        @DefaultValue("24h") Duration holderSession,
        @DefaultValue("30d") Duration deliveries,
        @DefaultValue("365d") Duration disclosures) {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

    public RetentionSettings {
        requireBetween("unfinished", unfinished, HOUR, MONTH);
        requireBetween("review", review, HOUR, MONTH);
        requireBetween("capture", capture, HOUR, MONTH);
        requireBetween("case", caseFile, MONTH, YEAR.multipliedBy(10));
        requireBetween("consent", consent, caseFile, YEAR.multipliedBy(30));
        requireBetween("holding", holding, DAY, YEAR.multipliedBy(30));
        requireBetween("holder-session", holderSession, HOUR, MONTH);
        requireBetween("deliveries", deliveries, DAY, YEAR);
        requireBetween("disclosures", disclosures, MONTH, YEAR.multipliedBy(10));
    }

    private static void requireBetween(String name, Duration time, Duration least, Duration most) {
        if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
            throw new IllegalArgumentException("namesake.retention." + name + " must lie between " + inWords(least)
                    + " and " + inWords(most) + ", not " + time);
        }
    }

    private static String inWords(Duration time) {
        return time.toHours() < 48 ? time.toHours() + "h" : time.toDays() + "d";
    }
}
