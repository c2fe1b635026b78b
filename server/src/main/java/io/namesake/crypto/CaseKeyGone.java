package io.namesake.crypto;

/** The key of a case was destroyed: what it sealed can never be opened again, which is what destroying it was for. */
public final class CaseKeyGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CaseKeyGone(CaseRef of) {
        super("The key is gone of " + of.kind() + " " + of.id());
    }
}
