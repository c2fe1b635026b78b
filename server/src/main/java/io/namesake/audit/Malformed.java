package io.namesake.audit;

/** A file that is not what it should be. It becomes a typed result at the door of whoever reads it. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;

    /**
     * @param line which of the file, 1 for the first
     * @param message one plain sentence that repeats nothing of the file
     */
    Malformed(long line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    long line() {
        return line;
    }
}
