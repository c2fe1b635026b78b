package io.namesake.document.chip;

import static io.namesake.document.EvidenceCheck.failed;
import static io.namesake.document.EvidenceCheck.inconclusive;
import static io.namesake.document.EvidenceCheck.notRun;
import static io.namesake.document.EvidenceCheck.passed;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Optional;

/**
 * Whether the chip proved that it holds its own key. That the key is the issuer's is what {@link CheckKind#CHIP_FILES} says; without a signed list of
 * hashes nothing is proved by it.
 */
final class GenuineChip {
    private static final CheckKind KIND = CheckKind.CHIP_GENUINE;

    private GenuineChip() {}

    static EvidenceCheck check(ChipFiles chip, Optional<byte[]> issued, Optional<EvidenceCheck> agreed)
            throws DocumentUnreadable {
        EvidenceCheck answered = answered(chip, issued);
        if (agreed.isEmpty() || answered.result() == Result.FAILED) {
            return answered;
        }
        boolean agreedSaysMore = agreed.get().result() == Result.FAILED || answered.result() != Result.PASSED;
        return agreedSaysMore ? agreed.get() : answered;
    }

    private static EvidenceCheck answered(ChipFiles chip, Optional<byte[]> issued) throws DocumentUnreadable {
        if (chip.answer().isEmpty()) {
            return issued.isPresent()
                    ? inconclusive(KIND, "the chip was given a challenge, and its answer is missing")
                    : notRun(KIND, "the chip was not asked to prove that it is no copy");
        }
        if (chip.dataGroup(15).isEmpty()) {
            return inconclusive(
                    KIND, "the chip answered a challenge, but the key to check it with is missing (EF.DG15)");
        }
        ActiveAnswer answer = chip.answer().get();
        PublicKey key = DataGroup15.read(chip.dataGroup(15).get());
        Optional<String> algorithm = chip.dataGroup(14).isPresent()
                ? DataGroup14.read(chip.dataGroup(14).get()).activeAlgorithm()
                : Optional.empty();
        if (!ActiveAuthentication.isAnswer(key, algorithm, answer)) {
            return failed(KIND, "the chip's answer to the challenge is not by its own key: it is a copy");
        }
        if (chip.securityObject().isEmpty()) {
            return inconclusive(
                    KIND, "the chip answered a challenge with its key, which nobody has signed (no EF.SOD)");
        }
        if (issued.isEmpty()) {
            return inconclusive(
                    KIND,
                    "the chip once answered a challenge with its own key; who chose that challenge is not known, so it may be as old as the files");
        }
        return MessageDigest.isEqual(issued.get(), answer.challenge())
                ? passed(KIND, "the chip answered our challenge with its own key (active authentication)")
                : inconclusive(
                        KIND, "the chip's answer is to another challenge than ours, so it may be as old as the files");
    }
}
