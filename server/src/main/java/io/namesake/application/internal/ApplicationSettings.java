package io.namesake.application.internal;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Times of the applicant's road.
 *
 * @param captureLink how long a capture link can be opened
 * @param sessionIdle how long a capture session lives without being used
 * @param idempotencyKey how long an idempotency key is remembered
 * @param uploads most uploads read at a time; each takes up to the largest picture's size in memory
 */
@ConfigurationProperties("namesake.application")
record ApplicationSettings(
        @DefaultValue("24h") Duration captureLink,
        @DefaultValue("30m") Duration sessionIdle,
        @DefaultValue("24h") Duration idempotencyKey,
        @DefaultValue("16") int uploads) {

    /** The applicant's page; the token stands in the fragment, which browsers send to no server. */
    static URI captureUrl(URI publicUrl, Object applicationId, String token) {
        var base = publicUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + "/apply/"
                + applicationId
                + "#"
                + token);
    }
}
