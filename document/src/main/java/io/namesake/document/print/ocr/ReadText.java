package io.namesake.document.print.ocr;

/**
 * A row that was read.
 *
 * @param text what it says
 * @param confidence of its least sure character, 0 to 1; 0 where nothing was read
 */
public record ReadText(String text, double confidence) {
    /** Says nothing of the text, which may be a name. */
    @Override
    public String toString() {
        return "ReadText[" + text.length() + " characters]";
    }
}
