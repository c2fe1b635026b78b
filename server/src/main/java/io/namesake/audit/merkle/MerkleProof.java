package io.namesake.audit.merkle;

import java.util.List;
import java.util.Optional;

/** What a proof proves. It needs no tree, so that anyone can do it who holds a root. */
public final class MerkleProof {
    /** More hashes than any proof in a tree of 2<sup>63</sup> leaves has. */
    public static final int MOST_HASHES = 128;

    private MerkleProof() {}

    /**
     * The root that the leaf has by this proof (RFC 9162, section 2.1.3.2).
     *
     * @param leaf the leaf's hash, {@link TreeHash#leafOf}
     * @return empty where no leaf at this place of a tree of this size has a proof of this length
     */
    public static Optional<Hash> rootOfInclusion(long index, long size, Hash leaf, List<Hash> proof) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long place = index;
        long last = size - 1;
        var root = leaf;
        for (var hash : proof) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((place & 1) == 1 || place == last) {
                root = TreeHash.node(hash, root);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                root = TreeHash.node(root, hash);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /** Whether the newer tree begins with all leaves of the older, in their order (RFC 9162, section 2.1.4.2). */
    public static boolean isConsistent(long from, Hash fromRoot, long to, Hash toRoot, List<Hash> proof) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && fromRoot.equals(toRoot);
        }
        var path = proof.iterator();
        if (!path.hasNext()) {
            return false;
        }
        var first = Long.bitCount(from) == 1 ? fromRoot : path.next();
        long place = from - 1;
        long last = to - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        var older = first;
        var newer = first;
        while (path.hasNext()) {
            var hash = path.next();
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                older = TreeHash.node(hash, older);
                newer = TreeHash.node(hash, newer);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                newer = TreeHash.node(newer, hash);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && older.equals(fromRoot) && newer.equals(toRoot);
    }
}
