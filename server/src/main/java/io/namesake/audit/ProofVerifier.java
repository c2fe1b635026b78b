package io.namesake.audit;

import io.namesake.audit.ProofVerification.NotProven;
import io.namesake.audit.ProofVerification.Proven;
import io.namesake.audit.ProofVerification.Unreadable;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.merkle.MerkleProof;
import io.namesake.audit.merkle.TreeHash;
import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.VerifierKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a proof that {@code audit prove} or the API gave, without the log.
 *
 * @param keys whom to trust, at least one
 * @param since a checkpoint that was kept from earlier, with which a proof of consistency must begin
 */
public record ProofVerifier(List<VerifierKey> keys, Optional<SignedCheckpoint> since) {
    /** How large a proof may be, in bytes. */
    public static final int LARGEST = BoundedLines.LONGEST;

    private static final Set<String> INCLUSION = Set.of("format", "kind", "entry", "proof", "checkpoint");
    private static final Set<String> CONSISTENCY = Set.of("format", "kind", "from", "fromRoot", "proof", "checkpoint");

    /** @param proof the bytes of the file, one JSON object on one line */
    public ProofVerification verify(byte[] proof) {
        try (var lines = new BoundedLines(new ByteArrayInputStream(proof))) {
            var text = lines.next().orElse("");
            if (lines.next().isPresent()) {
                throw new Malformed(2, "A proof is one line.");
            }
            // Which of the two it is, its members tell.
            var json = text.contains("\"fromRoot\"")
                    ? JsonLine.parse(1, text, CONSISTENCY)
                    : JsonLine.parse(1, text, INCLUSION);
            var kind = json.object().has("entry") ? "inclusion" : "consistency";
            if (!json.text("format").equals(AuditProof.FORMAT)
                    || !json.text("kind").equals(kind)) {
                throw new Malformed(1, "Line 1 is not a proof of the format " + AuditProof.FORMAT + ".");
            }
            var checkpoint = SignedCheckpoint.parse(json.text("checkpoint"))
                    .orElseThrow(() -> new Malformed(1, "Line 1 holds no checkpoint."));
            var hashes = json.hashes("proof", MerkleProof.MOST_HASHES).stream()
                    .map(Hash::new)
                    .toList();
            if (kind.equals("inclusion")) {
                var entry = ExportReader.entry(json.object("entry", ExportReader.ENTRY));
                return inclusion(entry, hashes, checkpoint);
            }
            return consistency(
                    json.number("from", Long.MAX_VALUE), new Hash(json.hash("fromRoot")), hashes, checkpoint);
        } catch (Malformed malformed) {
            return new Unreadable(malformed.getMessage());
        } catch (IOException impossible) {
            throw new AssertionError("Bytes in memory can be read", impossible);
        }
    }

    private ProofVerification inclusion(EntryLine entry, List<Hash> proof, SignedCheckpoint signed) {
        if (!signed.isSignedBy(keys)) {
            return notSigned(signed);
        }
        var checkpoint = signed.checkpoint();
        if (!entry.fits(new Hash(entry.previous()))) {
            return new NotProven("The content of entry %d does not fit its hash.".formatted(entry.seq()));
        }
        var root = MerkleProof.rootOfInclusion(
                entry.seq() - 1, checkpoint.size(), TreeHash.leafOf(new Hash(entry.hash())), proof);
        return root.filter(checkpoint.root()::equals).isPresent()
                ? new Proven("Entry %d is in the log of %d entries that %s signed."
                        .formatted(entry.seq(), checkpoint.size(), checkpoint.origin()))
                : new NotProven("Entry %d is not in the log of %d entries that %s signed, by this proof."
                        .formatted(entry.seq(), checkpoint.size(), checkpoint.origin()));
    }

    private ProofVerification consistency(long from, Hash fromRoot, List<Hash> proof, SignedCheckpoint signed) {
        if (!signed.isSignedBy(keys)) {
            return notSigned(signed);
        }
        if (since.isPresent()) {
            if (!since.get().isSignedBy(keys)) {
                return notSigned(since.get());
            }
            var older = since.get().checkpoint();
            if (older.size() != from || !older.root().equals(fromRoot)) {
                return new NotProven("The proof does not begin with the checkpoint of %d entries that was kept."
                        .formatted(older.size()));
            }
        }
        var checkpoint = signed.checkpoint();
        return MerkleProof.isConsistent(from, fromRoot, checkpoint.size(), checkpoint.root(), proof)
                ? new Proven("The log of %d entries that %s signed begins with the %d entries whose root is %s."
                        .formatted(checkpoint.size(), checkpoint.origin(), from, fromRoot.hex()))
                : new NotProven(
                        "The log of %d entries that %s signed does not begin with those %d entries, by this proof."
                                .formatted(checkpoint.size(), checkpoint.origin(), from));
    }

    private static NotProven notSigned(SignedCheckpoint signed) {
        return new NotProven("The checkpoint of %d entries is not signed by a key that is trusted."
                .formatted(signed.checkpoint().size()));
    }
}
