package io.namesake.application.internal;

/** What an applicant sends, and what is measured of it. Nothing in this list, or in the table, is a template. */
enum EvidenceKind {
    /** The picture of the document as it was sent, or the portrait that was read of it: what the selfie is compared with. */
    DOCUMENT_IMAGE,
    /** Size, pose, sharpness of the face in it, as JSON. */
    DOCUMENT_QUALITY,
    /** What the applicant typed or confirmed: names, number, dates, as JSON. */
    DOCUMENT_FIELDS,
    /** What was read of the document and what was tested in it, as JSON. */
    DOCUMENT_READING,
    /** The first picture that it was read of, for a person who reviews it. */
    DOCUMENT_FRONT,
    /** The second, if there was one. */
    DOCUMENT_BACK,
    /** Eight random bytes that the chip is to answer, to prove that it is no copy. */
    CHIP_CHALLENGE,
    /** The selfie, as it was sent. */
    SELFIE_IMAGE,
    /** Size, pose, sharpness of the face in it, as JSON. */
    SELFIE_QUALITY,
    /** What the challenge that it came out of found, as codes in JSON. */
    SELFIE_CHALLENGE,
    /** How the checks of the face ended, while an authority does not answer: names only, so that no face is compared twice. */
    FACE_CHECKS;

    /** Whether it belongs to the document, and goes when another document takes its place. */
    boolean isOfDocument() {
        return switch (this) {
            case DOCUMENT_IMAGE,
                    DOCUMENT_QUALITY,
                    DOCUMENT_FIELDS,
                    DOCUMENT_READING,
                    DOCUMENT_FRONT,
                    DOCUMENT_BACK,
                    CHIP_CHALLENGE -> true;
            case SELFIE_IMAGE, SELFIE_QUALITY, SELFIE_CHALLENGE, FACE_CHECKS -> false;
        };
    }
}
