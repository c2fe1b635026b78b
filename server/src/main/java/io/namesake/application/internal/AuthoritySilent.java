package io.namesake.application.internal;

/** The identity authority gave no answer; the decision is tried again. It carries no stack trace, because it is no fault of ours. */
final class AuthoritySilent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuthoritySilent() {
        super("The identity authority gave no answer; it is asked again", null, false, false);
    }
}
