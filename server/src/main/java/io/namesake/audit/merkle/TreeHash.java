package io.namesake.audit.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How leaves and nodes are hashed (RFC 9162, section 2.1.1). The first byte keeps a node from passing for a leaf. */
public final class TreeHash {
    /** The root of a tree without leaves: the hash of nothing. */
    public static final Hash EMPTY = Hash.of(sha256().digest());

    private TreeHash() {}

    /** SHA-256(0x00 || entry). */
    public static Hash leaf(byte[] entry) {
        var digest = sha256();
        digest.update((byte) 0);
        return Hash.of(digest.digest(entry));
    }

    /** The leaf of an entry of the log: what is put into the tree is the 32 bytes of its hash in the chain. */
    public static Hash leafOf(Hash entry) {
        return leaf(entry.bytes());
    }

    /** SHA-256(0x01 || left || right). */
    public static Hash node(Hash left, Hash right) {
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(left.bytes());
        return Hash.of(digest.digest(right.bytes()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
