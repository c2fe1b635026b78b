package io.namesake.document;

/** What was given is not what it should be. It carries no stack trace, because it is an answer rather than a fault. */
public final class DocumentUnreadable extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with it, in a sentence without a full stop; says nothing that is personal */
    public DocumentUnreadable(String message) {
        super(message, null, false, false);
    }
}
