package io.namesake.audit;

import io.namesake.audit.note.SignedCheckpoint;

/** What came out when the audit log was recomputed. */
public sealed interface AuditVerification {

    /**
     * Every entry is there, unaltered, and at its place.
     *
     * @param count how many entries
     * @param headHash the last entry's hash, 64 lower-case hexadecimal digits; note it down elsewhere, and a later log that no
     *     longer holds it was rewritten. All zero for an empty log
     */
    record Intact(long count, String headHash) implements AuditVerification {}

    /**
     * An export holds exactly the log that was signed.
     *
     * @param headHash as of {@link Intact}
     * @param checkpoint its newest: keep it, and a later export that does not begin with this log is found
     */
    record Signed(String headHash, SignedCheckpoint checkpoint) implements AuditVerification {}

    /**
     * The log was tampered with; here is the first place where it shows.
     *
     * @param seq the entry that is damaged or missing, 1 for the first of the log
     * @param damage what was done to it
     * @param explanation one plain English sentence
     */
    record Broken(long seq, Damage damage, String explanation) implements AuditVerification {}

    /**
     * The file is no export, so nothing can be said of the log.
     *
     * @param line the first that cannot be read, 1 for the first of the file
     * @param explanation one plain English sentence, which repeats nothing of the file
     */
    record Unreadable(long line, String explanation) implements AuditVerification {}

    /** What can be done to a log. */
    enum Damage {
        /** The entry's content, link or hash is not what was written. */
        ALTERED,
        /** The entry is gone. */
        REMOVED,
        /** Another entry stands at this place, and the one that belongs here stands elsewhere. */
        REORDERED,
        /** The entry was not written by the server: what comes after it, or the head of the log, does not know it. */
        ADDED,
        /** From this entry on, at the earliest, the log has new content with fitting hashes: a checkpoint remembers another. */
        REWRITTEN,
        /** The checkpoint over the entries up to this one is not signed by a key that is trusted. */
        NOT_SIGNED
    }
}
