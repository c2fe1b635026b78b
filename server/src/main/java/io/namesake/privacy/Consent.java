package io.namesake.privacy;

import io.namesake.language.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An applicant agreed to one text for one application, and to nothing else.
 *
 * @param textSha256 hex SHA-256 of the words that were shown
 * @param withdrawnAt since when it counts no more; null while it does
 */
public record Consent(
        UUID applicationId,
        String textVersion,
        String textSha256,
        Language language,
        Instant givenAt,
        @Nullable Instant withdrawnAt) {}
