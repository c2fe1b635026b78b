package io.namesake.document;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One test of a document.
 *
 * @param kind what was tested
 * @param result how it ended
 * @param detail what was found, in a sentence without a full stop; says nothing that is personal
 * @param confidence how sure the check is of its result, 0 to 100; empty where it is a plain fact (a signature, a digit) and not
 *     an estimate
 */
public record EvidenceCheck(CheckKind kind, Result result, String detail, OptionalInt confidence) {

    /** How a check ended. */
    public enum Result {
        PASSED,
        /** Something is wrong with the document. */
        FAILED,
        /** It cannot be said: something that the test needs is missing or unknown. */
        INCONCLUSIVE,
        /** There was nothing to test. */
        NOT_RUN
    }

    public EvidenceCheck {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(detail, "detail");
        if (confidence.isPresent() && (confidence.getAsInt() < 0 || confidence.getAsInt() > 100)) {
            throw new IllegalArgumentException("confidence is 0 to 100, not " + confidence.getAsInt());
        }
    }

    public static EvidenceCheck passed(CheckKind kind, String detail) {
        return new EvidenceCheck(kind, Result.PASSED, detail, OptionalInt.empty());
    }

    public static EvidenceCheck failed(CheckKind kind, String detail) {
        return new EvidenceCheck(kind, Result.FAILED, detail, OptionalInt.empty());
    }

    public static EvidenceCheck inconclusive(CheckKind kind, String detail) {
        return new EvidenceCheck(kind, Result.INCONCLUSIVE, detail, OptionalInt.empty());
    }

    public static EvidenceCheck notRun(CheckKind kind, String detail) {
        return new EvidenceCheck(kind, Result.NOT_RUN, detail, OptionalInt.empty());
    }

    /** Whether it saw something that speaks against the document without being proof, and says how sure it is. */
    public boolean seesSign() {
        return result == Result.INCONCLUSIVE && confidence.isPresent();
    }

    /** The same, as an estimate. @param percent how sure it is, 0 to 100 */
    public EvidenceCheck withConfidence(int percent) {
        return new EvidenceCheck(kind, result, detail, OptionalInt.of(percent));
    }
}
