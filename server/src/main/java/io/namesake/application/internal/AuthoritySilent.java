package io.namesake.application.internal;

import io.namesake.problem.TryAgain;

/** The identity authority gave no answer; the decision is tried again. */
final class AuthoritySilent extends TryAgain {
    private static final long serialVersionUID = 1L;

    AuthoritySilent() {
        super("the identity authority gave no answer; it is asked again");
    }
}
