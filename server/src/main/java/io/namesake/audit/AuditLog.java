package io.namesake.audit;

/** The append-only, hash-linked log. */
public interface AuditLog {

    /**
     * Appends within the caller's transaction, so that the fact is logged exactly when it becomes true: both are kept, or
     * neither. Where there is no transaction, the entry gets one of its own.
     *
     * <p>Its time and its place in the log are those of the commit; until then it cannot be read.
     */
    void append(AuditEntry entry);
}
