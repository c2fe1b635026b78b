package io.namesake.document.print;

/** What a person can do so that the next picture of a document can be read; each is one thing. */
public enum CaptureHint {
    /** No document is to be seen. */
    NO_DOCUMENT("Put the document on a dark, even surface and take a picture of all of it."),
    /** Part of it is outside of the picture. */
    CUT_OFF("Part of the document is outside of the picture. Show all four corners."),
    /** It fills too little of the picture. */
    TOO_SMALL("The document is too small in the picture. Go nearer."),
    TOO_DARK("The picture is too dark. Find more light."),
    /** A lamp or a window mirrors in it. */
    GLARE("A light is mirrored in the document. Tilt it, or turn off the flash."),
    BLURRED("The picture is not sharp. Hold still, and tap the document to focus."),
    /** The side with the machine-readable zone, or the other side of a card, is missing. */
    WRONG_SIDE("This is not the side that is needed. Show the side with the rows of letters, digits and < signs."),
    /** All looks well, and still it cannot be read beyond doubt. */
    TAKE_AGAIN("The picture can't be read beyond doubt. Take another one, from straight above.");

    private final String advice;

    CaptureHint(String advice) {
        this.advice = advice;
    }

    /** What to do, in English. */
    public String advice() {
        return advice;
    }
}
