package io.namesake.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The persons and organisations behind the lines, each known once at all operators of this deployment. They are found by keyed
 * hashes of what their documents say, never by a face.
 */
public interface Holders {

    /**
     * The holder whom these verified details belong to: a known one whose document number or personal number and birth date are
     * the same, else a new one. What was known before is replaced by what was just verified. In the caller's transaction; two
     * transactions for the same person wait for each other.
     *
     * <p>Names and a birth date alone join nobody: many people share them (docs/adr/0018).
     */
    UUID recognise(HolderDetails verified);

    /** When the holder was last verified; empty for an unknown holder and one who was only declared. */
    Optional<Instant> verifiedAt(UUID holderId);

    /** Whether the holder's death is noted; see {@link HolderDeceased} and {@link HolderDeathCleared}. */
    boolean isDeceased(UUID holderId);

    /** What is known of the holder, for their own eyes and for the case of a person who was just verified. */
    Optional<HolderDetails> details(UUID holderId);
}
