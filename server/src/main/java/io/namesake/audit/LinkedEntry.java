package io.namesake.audit;

import io.namesake.audit.merkle.Hash;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is about to be written at its place in the log.
 *
 * @param seq its place, 1 for the first entry, without gaps
 * @param at when it is written, in whole microseconds, PostgreSQL's resolution
 * @param details as {@link CanonicalJson}
 * @param previous the hash of the entry before it, {@link Hash#GENESIS} for the first
 * @param hash of its content and the previous hash, {@link EntryLine#hashAfter}
 */
record LinkedEntry(
        long seq,
        Instant at,
        @Nullable UUID operatorId,
        String type,
        String subjectId,
        String details,
        Hash previous,
        Hash hash) {

    /** The entry that follows {@code previous} at place {@code seq}. */
    static LinkedEntry linked(long seq, Hash previous, Instant at, AuditEntry entry) {
        var time = at.truncatedTo(ChronoUnit.MICROS);
        var details = CanonicalJson.of(entry.details());
        var operator = entry.operatorId() == null ? null : entry.operatorId().value();
        var hash = EntryLine.unlinked(seq, time, operator, entry.type(), entry.subjectId(), details)
                .hashAfter(previous);
        return new LinkedEntry(seq, time, operator, entry.type(), entry.subjectId(), details, previous, hash);
    }
}
