package io.namesake.review.internal;

import io.swagger.v3.oas.annotations.media.Schema;

/** What is known of a seeded case. */
@Schema(name = "ReviewSeedTruth")
enum Truth {
    /** The portrait and the selfie are drawings of the same head. */
    SAME_PERSON(Verdict.VERIFIED),
    /** They are drawings of two. */
    ANOTHER_PERSON(Verdict.REFUSED),
    /** The same head, but the fields were changed to what the chip does not say. */
    FIELDS_CHANGED(Verdict.REFUSED);

    private final Verdict right;

    Truth(Verdict right) {
        this.right = right;
    }

    Verdict right() {
        return right;
    }
}
