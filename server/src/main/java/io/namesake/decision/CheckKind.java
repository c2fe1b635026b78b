package io.namesake.decision;

/** The tests of evidence that every application needs, in the order in which they are made. */
public enum CheckKind {
    /** Whether the document's fields can be true: dates in order, a birth that has happened. */
    DOCUMENT_FIELDS,
    /** Whether the document is still valid. */
    DOCUMENT_VALIDITY,
    /** Whether anything shows or suggests that the document was forged, copied or changed. */
    DOCUMENT_GENUINE,
    /** Whether this is evidence that the operator's policy lets a machine decide on. */
    EVIDENCE_STRENGTH,
    /** Whether the applicant confirmed what was read of the document. */
    FIELDS_CONFIRMED,
    /** Whether the selfie shows the person of the document's portrait, one to one. */
    FACE_MATCH,
    /** Whether the selfie looks like a living person rather than a picture of a picture (ISO/IEC 30107-1). */
    PRESENTATION_ATTACK,
    /** Whether the person of the selfie showed, live, the movements they were asked for. */
    CHALLENGE,
    /** Whether the identity authority says that the document is known, valid and this person's. */
    AUTHORITY
}
