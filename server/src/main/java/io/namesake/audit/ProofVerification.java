package io.namesake.audit;

/** What came out when a proof was checked. */
public sealed interface ProofVerification {

    /** It proves what it says. @param statement what, in one plain English sentence */
    record Proven(String statement) implements ProofVerification {}

    /** It proves nothing. @param explanation why not, in one plain English sentence */
    record NotProven(String explanation) implements ProofVerification {}

    /** It is no proof. @param explanation one plain English sentence, which repeats nothing of the file */
    record Unreadable(String explanation) implements ProofVerification {}
}
