package io.namesake.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry at its place in the log.
 *
 * @param seq its place, 1 for the first entry, without gaps
 * @param at when it was written, in whole microseconds, PostgreSQL's resolution
 * @param details as {@link CanonicalJson}
 * @param previous the hash of the entry before it, {@link Hash#GENESIS} for the first
 * @param hash the hash that the row claims; see {@link #computedHash}
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
    /** Part of what is hashed, so that a later format can never be mistaken for this one. */
    private static final String FORMAT = "namesake-audit-1";

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The entry that follows {@code previous} at place {@code seq}. */
    static LinkedEntry linked(long seq, Hash previous, Instant at, AuditEntry entry) {
        var time = at.truncatedTo(ChronoUnit.MICROS);
        var details = CanonicalJson.of(entry.details());
        var operator = entry.operatorId() == null ? null : entry.operatorId().value();
        var hash = hash(previous, seq, time, operator, entry.type(), entry.subjectId(), details);
        return new LinkedEntry(seq, time, operator, entry.type(), entry.subjectId(), details, previous, hash);
    }

    /** The hash that this content has after the entry with the given hash. */
    Hash computedHash(Hash after) {
        return hash(after, seq, at, operatorId, type, subjectId, details);
    }

    private static Hash hash(
            Hash previous,
            long seq,
            Instant at,
            @Nullable UUID operatorId,
            String type,
            String subjectId,
            String details) {
        var sha256 = sha256();
        field(sha256, FORMAT);
        field(sha256, previous.bytes());
        List.of(
                        Long.toString(seq),
                        MICROSECONDS.format(at),
                        operatorId == null ? "" : operatorId.toString(),
                        type,
                        subjectId,
                        details)
                .forEach(text -> field(sha256, text));
        return Hash.of(sha256.digest());
    }

    private static void field(MessageDigest digest, String text) {
        field(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Each field follows its length, so that no two different entries give the same bytes. */
    private static void field(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
