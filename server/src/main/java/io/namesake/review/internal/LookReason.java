package io.namesake.review.internal;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why somebody looks at a case's evidence. A closed list: no free text, so nothing personal can be written into the log. */
@Schema(name = "ReviewLookReason")
enum LookReason {
    COMPARE_FACES,
    EXAMINE_DOCUMENT,
    CHECK_CORRECTED_FIELDS,
    /** Several of these at once, at the beginning. */
    FIRST_IMPRESSION,
    /** Once more, to be sure. */
    LOOK_AGAIN
}
