package io.namesake.registry;

/** The line is active in somebody's name already. */
public final class LineTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LineTaken() {
        super("The line is active already", null, false, false);
    }
}
