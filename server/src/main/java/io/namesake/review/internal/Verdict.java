package io.namesake.review.internal;

import io.swagger.v3.oas.annotations.media.Schema;

/** What one person found. */
@Schema(name = "ReviewVerdict")
enum Verdict {
    VERIFIED,
    REFUSED,
    /** It cannot be told from the pictures: somebody has to see the applicant. */
    ATTENDED
}
