package io.namesake.review.internal;

import io.swagger.v3.oas.annotations.media.Schema;

/** How a case can be decided. */
@Schema(name = "ReviewCaseKind")
enum CaseKind {
    /** By reviewers, who see document and selfie. The applicant may come to a shop instead. */
    PICTURES,
    /** By an agent who sees the applicant: it was asked for, or there are no pictures (any more). */
    ATTENDED
}
