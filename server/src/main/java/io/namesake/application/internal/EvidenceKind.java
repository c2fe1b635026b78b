package io.namesake.application.internal;

/** What an applicant sends, and what is measured of it. Nothing in this list, or in the table, is a template. */
enum EvidenceKind {
    /** The picture of the document, as it was sent. */
    DOCUMENT_IMAGE,
    /** Size, pose, sharpness of the face in it, as JSON. */
    DOCUMENT_QUALITY,
    /** What was typed: names, number, dates, as JSON. */
    DOCUMENT_FIELDS,
    /** The selfie, as it was sent. */
    SELFIE_IMAGE,
    /** Size, pose, sharpness of the face in it, as JSON. */
    SELFIE_QUALITY,
    /** What the challenge that it came out of found, as codes in JSON. */
    SELFIE_CHALLENGE
}
