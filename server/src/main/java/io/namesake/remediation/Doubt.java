package io.namesake.remediation;

/** Why it is not certain any more that a line stands in the right name. The list is closed. */
public enum Doubt {
    /** A dispute was decided for whoever said that the line is not theirs. */
    DISPUTE_UPHELD,
    /** The document that the holder was verified with has expired. */
    DOCUMENT_EXPIRED,
    /** Its issuer revoked the document that the holder was verified with. */
    DOCUMENT_REVOKED,
    /** What is registered of the holder is incomplete or contradicts itself. */
    DATA_ERRORS,
    /** The holder has died. */
    HOLDER_DECEASED,
    /** The line belongs to a part of the base that is verified anew. */
    CAMPAIGN
}
