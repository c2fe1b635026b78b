package io.namesake.registry;

/** The line is active already, in the name of somebody else. */
public final class LineTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LineTaken() {
        super("The line is active already", null, false, false);
    }
}
