package io.namesake.authority;

/** Somebody who keeps a register of identity documents. */
public interface IdentityAuthority {

    /**
     * Asks. The same question may come more than once, after a crash or a failure: it has the same id then.
     *
     * <p>It takes as long as the settings allow, and whatever happens on the way is an answer ({@link AuthorityAnswer.Unavailable}), not an exception.
     *
     * @throws InterruptedException when we are told to stop; whether the question arrived is then not known
     */
    AuthorityAnswer ask(AuthorityQuestion question) throws InterruptedException;

    /** Whether its protocol needs the selfie. */
    boolean needsFace();
}
