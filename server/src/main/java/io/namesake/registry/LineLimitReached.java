package io.namesake.registry;

/** The person holds as many lines of this service as the rules allow; a person may grant an exception. */
public final class LineLimitReached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LineLimitReached() {
        super("The holder has as many lines of this service as the rules allow", null, false, false);
    }
}
