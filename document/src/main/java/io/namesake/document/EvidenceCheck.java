package io.namesake.document;

import java.util.Objects;

/**
 * One test of a document.
 *
 * @param kind what was tested
 * @param result how it ended
 * @param detail what was found, in a sentence without a full stop; says nothing that is personal
 */
public record EvidenceCheck(CheckKind kind, Result result, String detail) {

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
    }

    public static EvidenceCheck passed(CheckKind kind, String detail) {
        return new EvidenceCheck(kind, Result.PASSED, detail);
    }

    public static EvidenceCheck failed(CheckKind kind, String detail) {
        return new EvidenceCheck(kind, Result.FAILED, detail);
    }

    public static EvidenceCheck inconclusive(CheckKind kind, String detail) {
        return new EvidenceCheck(kind, Result.INCONCLUSIVE, detail);
    }

    public static EvidenceCheck notRun(CheckKind kind, String detail) {
        return new EvidenceCheck(kind, Result.NOT_RUN, detail);
    }
}
