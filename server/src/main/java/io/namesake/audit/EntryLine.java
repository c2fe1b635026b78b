package io.namesake.audit;

import io.namesake.audit.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as an auditor gets it, in the very texts that are hashed; one that was read may hold anything.
 *
 * @param seq its place, 1 for the first
 * @param at UTC with six decimals, {@code 2026-11-23T17:40:00.000000Z}
 * @param operator UUID in lower case, or empty where the entry concerns no operator
 * @param details a JSON object of strings in the canonical form of RFC 8785
 * @param previous the hash of the entry before it, hexadecimal
 * @param hash the hash that the entry claims, hexadecimal; see {@link #hashAfter}
 */
public record EntryLine(
        long seq,
        String at,
        String operator,
        String type,
        String subject,
        String details,
        String previous,
        String hash) {
    /** Part of what is hashed, so that a later format can never be mistaken for this one. */
    private static final String FORMAT = "namesake-audit-1";

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** An entry that claims no hash yet. */
    static EntryLine unlinked(
            long seq, Instant at, @Nullable UUID operator, String type, String subject, String details) {
        return new EntryLine(
                seq, MICROSECONDS.format(at), Objects.toString(operator, ""), type, subject, details, "", "");
    }

    /** The entry in a row of the table {@code audit_entry}, of which all columns are selected. */
    public static EntryLine of(ResultSet row) throws SQLException {
        return new EntryLine(
                row.getLong("seq"),
                MICROSECONDS.format(row.getObject("at", OffsetDateTime.class)),
                Objects.toString(row.getObject("operator_id", UUID.class), ""),
                row.getString("type"),
                row.getString("subject_id"),
                row.getString("details"),
                Hash.of(row.getBytes("previous_hash")).hex(),
                Hash.of(row.getBytes("hash")).hex());
    }

    /** The same content at another place. */
    EntryLine atPlace(long place) {
        return new EntryLine(place, at, operator, type, subject, details, previous, hash);
    }

    /** Whether its hash is that of its content after the entry that has the given hash. */
    boolean fits(Hash after) {
        return hash.equals(hashAfter(after).hex());
    }

    /** The hash that this content has after the entry that has the given hash. */
    Hash hashAfter(Hash after) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            field(sha256, bytes(FORMAT));
            field(sha256, after.bytes());
            List.of(Long.toString(seq), at, operator, type, subject, details)
                    .forEach(text -> field(sha256, bytes(text)));
            return Hash.of(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    /** Each field follows its length, so that no two different entries give the same bytes. */
    private static void field(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
