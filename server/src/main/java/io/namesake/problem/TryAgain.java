package io.namesake.problem;

/** Work in the background is not done yet and will be tried again. That is no accident, so it carries no stack trace and is no error in the log. */
public abstract class TryAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is waited for, without anything personal in it */
    protected TryAgain(String message) {
        super(message, null, false, false);
    }
}
