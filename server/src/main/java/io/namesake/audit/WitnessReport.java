package io.namesake.audit;

import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.WitnessKey;
import java.util.ArrayList;
import java.util.List;

/** Who else saw a checkpoint, in plain English sentences and in the words of {@code tools/audit-verify.py}. */
public final class WitnessReport {

    private WitnessReport() {}

    /** @param witnesses those whom an auditor trusts; with none, signatures of others are counted and not checked */
    public static List<String> of(SignedCheckpoint newest, List<WitnessKey> witnesses) {
        if (witnesses.isEmpty()) {
            long others = newest.signaturesOfOthers();
            return others == 0
                    ? List.of()
                    : List.of("Signatures of others under the newest checkpoint, not checked without --witness: "
                            + others);
        }
        var lines = new ArrayList<String>();
        int cosigned = 0;
        for (var witness : witnesses) {
            var at = newest.cosignedBy(witness);
            cosigned += at.isPresent() ? 1 : 0;
            lines.add(at.map(seen -> "The witness " + witness.name() + " saw this log at " + seen + ".")
                    .orElse("The witness " + witness.name() + " did not cosign the newest checkpoint."));
        }
        lines.add("Cosigned by %d of %d witnesses.".formatted(cosigned, witnesses.size()));
        return lines;
    }
}
