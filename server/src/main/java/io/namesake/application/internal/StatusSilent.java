package io.namesake.application.internal;

import io.namesake.problem.TryAgain;

/** No status list of a credential's issuer was to be had; the decision is tried again. */
final class StatusSilent extends TryAgain {
    private static final long serialVersionUID = 1L;

    StatusSilent() {
        super("the status list of a credential was not to be had; it is asked for again");
    }
}
