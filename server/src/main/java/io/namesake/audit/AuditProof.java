package io.namesake.audit;

import io.namesake.audit.merkle.Hash;
import io.namesake.audit.note.SignedCheckpoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A proof as it is handed on, as JSON: everything that is needed to check it is in it, but the key that is to be trusted. */
public sealed interface AuditProof {
    /** Of files of both kinds. */
    String FORMAT = "namesake-audit-proof-1";

    /** That an entry is in the log that a checkpoint signs (RFC 9162, section 2.1.3). */
    @Schema(name = "AuditInclusionProof", description = "That an entry is in the signed log, RFC 9162 section 2.1.3")
    record Inclusion(
            @Schema(example = FORMAT) String format,
            @Schema(example = "inclusion") String kind,
            EntryLine entry,

            @Schema(description = "The hashes beside the way from the entry's leaf to the root, hexadecimal")
            List<String> proof,

            @Schema(description = "The signed checkpoint with that root, a C2SP signed note")
            String checkpoint)
            implements AuditProof {
        public static Inclusion of(EntryLine entry, List<Hash> proof, SignedCheckpoint checkpoint) {
            return new Inclusion(FORMAT, "inclusion", entry, hex(proof), checkpoint.note());
        }
    }

    /** That the log that a checkpoint signs begins with all of a shorter one (RFC 9162, section 2.1.4). */
    @Schema(
            name = "AuditConsistencyProof",
            description = "That the signed log begins with all of a shorter one, RFC 9162 section 2.1.4")
    record Consistency(
            @Schema(example = FORMAT) String format,
            @Schema(example = "consistency") String kind,

            @Schema(description = "How many entries the shorter log had")
            long from,

            @Schema(description = "Its root, hexadecimal; compare it with the checkpoint that you kept")
            String fromRoot,

            List<String> proof,

            @Schema(description = "The signed checkpoint of the longer log, a C2SP signed note")
            String checkpoint)
            implements AuditProof {
        public static Consistency of(long from, Hash fromRoot, List<Hash> proof, SignedCheckpoint checkpoint) {
            return new Consistency(FORMAT, "consistency", from, fromRoot.hex(), hex(proof), checkpoint.note());
        }
    }

    private static List<String> hex(List<Hash> proof) {
        return proof.stream().map(Hash::hex).toList();
    }
}
