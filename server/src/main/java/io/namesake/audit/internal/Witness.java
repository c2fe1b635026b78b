package io.namesake.audit.internal;

import io.namesake.audit.merkle.Hash;
import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.WitnessKey;
import java.util.List;

/** Somebody else who remembers what the log was: the port to a witness (C2SP tlog-witness). */
interface Witness {

    WitnessKey key();

    /**
     * Asks it to cosign.
     *
     * @param oldSize of the checkpoint that it cosigned last, as far as we know; 0 for none
     * @param proof that the log has grown out of that one; empty for 0 and for the same size
     */
    Answer add(long oldSize, List<Hash> proof, SignedCheckpoint checkpoint);

    /** What it answered. */
    sealed interface Answer {
        /** Lines of signatures, which nobody has verified yet. */
        record Cosigned(String lines) implements Answer {}

        /** It knows the log at another size. @param size 0 or more */
        record KnowsAnother(long size) implements Answer {}

        /** It did not sign. @param why a word or a status code, without anything that it said */
        record Refused(String why) implements Answer {}
    }
}
