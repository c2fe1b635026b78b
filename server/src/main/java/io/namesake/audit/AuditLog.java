package io.namesake.audit;

/** The append-only, hash-linked log. */
public interface AuditLog {

    /** Appends within the caller's transaction, so that the fact is logged exactly when it becomes true. */
    void append(AuditEntry entry);
}
