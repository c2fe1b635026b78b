package io.namesake.privacy;

/** Makes each erasure a logged fact (promise 3). */
public interface Erasures {

    /** Logs the erasure in the audit log and publishes it, in the caller's transaction: the one that erases. */
    void record(EvidenceErased erasure);
}
