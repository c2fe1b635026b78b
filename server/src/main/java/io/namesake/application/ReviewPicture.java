package io.namesake.application;

/** The pictures of one application that a reviewer may see. */
public enum ReviewPicture {
    /** What the selfie was compared with: the picture of the document, or the portrait that was read of it. */
    DOCUMENT,
    SELFIE,
    /** The first photo of a printed document. */
    DOCUMENT_FRONT,
    /** The second, if there was one. */
    DOCUMENT_BACK
}
