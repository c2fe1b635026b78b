package io.namesake.authority.internal;

import io.namesake.authority.Attribute;
import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityAnswer.Unavailable.Cause;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What MOSIP's error codes mean to us (IdAuthenticationErrorConstants of the IDA 1.2). A code that we do not know is never taken for a verdict on a person. */
final class MosipErrors {
    /** The id is not in the register or not well formed, has nothing there to compare with, or its holder has locked this way of asking. */
    private static final Set<String> UNKNOWN = Set.of(
            "IDA-MLC-002",
            "IDA-MLC-004",
            "IDA-MLC-018",
            "IDA-MLC-019",
            "IDA-MLC-026",
            "IDA-MLC-027",
            "IDA-MLC-028",
            "IDA-MLC-029",
            "IDA-DEA-003",
            "IDA-BIA-006");

    /** The id was withdrawn, blocked, or has run out. */
    private static final Set<String> WITHDRAWN =
            Set.of("IDA-MLC-003", "IDA-MLC-005", "IDA-MLC-010", "IDA-MLC-022", "IDA-MLC-023");

    private static final String DEMOGRAPHICS_DIFFER = "IDA-DEA-001";
    private static final String FACE_DIFFERS = "IDA-BIA-001";
    /** The IDA had a fault of its own: asking again can help. */
    private static final Set<String> TRY_AGAIN = Set.of(
            "IDA-MLC-001",
            "IDA-MLC-007",
            "IDA-MLC-021",
            "IDA-RST-007",
            "IDA-RST-008",
            "IDA-BIA-016",
            "IDA-BIA-017",
            "IDA-BIA-018");
    /** The face, or the device that took it, is not allowed by the country or by our policy. */
    private static final Set<String> NOT_ALLOWED = Set.of(
            "IDA-MLC-011", "IDA-BIA-004", "IDA-BIA-005", "IDA-BIA-012", "IDA-DPM-001", "IDA-DPM-002", "IDA-DPM-004");

    private MosipErrors() {}

    /** One error, as the IDA writes it. */
    record MosipError(
            @Nullable String errorCode,
            @Nullable String errorMessage,
            @Nullable String actionMessage) {}

    /** @param errors at least one */
    static AuthorityAnswer answer(List<MosipError> errors) {
        var differs = EnumSet.noneOf(Attribute.class);
        boolean unknown = false;
        for (var error : errors) {
            var code = error.errorCode() == null ? "" : error.errorCode();
            if (code.equals(DEMOGRAPHICS_DIFFER)) {
                differs.add(attribute(error));
            } else if (code.equals(FACE_DIFFERS)) {
                differs.add(Attribute.FACE);
            } else if (WITHDRAWN.contains(code)) {
                differs.add(Attribute.DOCUMENT);
            } else if (UNKNOWN.contains(code)) {
                unknown = true;
            } else {
                return Unavailable.because(cause(code));
            }
        }
        if (unknown) {
            return new AuthorityAnswer.Unknown();
        }
        return differs.isEmpty() ? Unavailable.because(Cause.BROKEN) : new AuthorityAnswer.Mismatch(differs);
    }

    private static Cause cause(String code) {
        if (TRY_AGAIN.contains(code)) {
            return Cause.BUSY;
        }
        return NOT_ALLOWED.contains(code) || code.startsWith("IDA-MPA-") || code.startsWith("PMS_")
                ? Cause.NOT_ALLOWED
                : Cause.BROKEN;
    }

    /** The message names the attribute, in the words of the identity mapping: "Demographic data dob did not match". */
    private static Attribute attribute(MosipError error) {
        var words = (error.errorMessage() == null ? "" : error.errorMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("dob") || words.contains("dateofbirth")) {
            return Attribute.BIRTH_DATE;
        }
        if (words.contains("gender")) {
            return Attribute.SEX;
        }
        if (words.contains("name")) {
            return Attribute.FAMILY_NAME;
        }
        return Attribute.DOCUMENT;
    }
}
