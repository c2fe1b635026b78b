package io.namesake.registry;

/** The line is active already, for another application. */
public final class LineTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LineTaken() {
        super("The line is active already", null, false, false);
    }
}
