package io.namesake.privacy;

import io.namesake.language.Language;
import java.time.Instant;
import java.util.UUID;

/** An applicant agreed to one text for one application, and to nothing else. */
public record Consent(UUID applicationId, String textVersion, Language language, Instant givenAt) {}
