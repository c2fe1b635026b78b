package io.namesake.application;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;

/**
 * The address to give to the applicant.
 *
 * @param url opens the applicant's page; works once
 * @param expiresAt until when it can be opened
 */
@Schema(description = "The address to give to the applicant. It opens one session, once.")
public record CaptureLink(
        @Schema(example = "https://lines.example.com/apply/0198c0de-0000-7000-8000-000000000001#Zk3...")
        URI url,

        Instant expiresAt) {

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "CaptureLink[until " + expiresAt + "]";
    }
}
