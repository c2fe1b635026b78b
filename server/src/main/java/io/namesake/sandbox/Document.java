package io.namesake.sandbox;

/** What a made-up applicant shows. */
public enum Document {
    /** The chip of a passport, signed by an authority that this server trusts. */
    CHIP,
    /** The same, over since some years. */
    EXPIRED_CHIP,
    /** The same, which leaves the day of birth open; the applicant says one of two centuries ago. */
    CHIP_WITH_IMPOSSIBLE_BIRTH,
    /** The same, in which a name was changed after it was signed. */
    FORGED_CHIP,
    /** A chip that is signed by an authority that nobody trusts. */
    CHIP_OF_NOBODY,
    /** A chip that says it was signed years from now, by nobody whom anybody trusts. */
    CHIP_FROM_THE_FUTURE,
    /** A chip, of which the applicant changes the family name. */
    CORRECTED_CHIP,
    /** A picture, and fields that the applicant typed. */
    TYPED
}
