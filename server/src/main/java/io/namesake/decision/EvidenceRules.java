package io.namesake.decision;

import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import java.util.List;
import java.util.Set;

/** What an operator's policy makes of a document. Pure. */
public final class EvidenceRules {

    /** What must be known before a machine decides: whether it stands for anybody, and where somebody keeps whether it was revoked, what they say. */
    private static final Set<io.namesake.document.CheckKind> NEVER_OPEN = Set.of(
            io.namesake.document.CheckKind.SPECIMEN,
            io.namesake.document.CheckKind.CHIP_SIGNER_REVOCATION,
            io.namesake.document.CheckKind.CREDENTIAL_REVOCATION);

    private EvidenceRules() {}

    /** Whether the issuer has signed that the last day is over; a correction of the applicant's changes nothing about that. */
    public static boolean isReadAsExpired(DocumentEvidence evidence) {
        return evidence.source().isSigned()
                && evidence.checks().stream()
                        .anyMatch(check -> check.kind() == io.namesake.document.CheckKind.EXPIRY
                                && check.result() == Result.FAILED);
    }

    /**
     * The checks {@link CheckKind#DOCUMENT_GENUINE}, {@link CheckKind#EVIDENCE_STRENGTH} and {@link CheckKind#FIELDS_CONFIRMED}.
     *
     * @param authorityMatched whether an identity authority has confirmed document and person
     */
    public static List<Check> check(ServicePolicy policy, DocumentEvidence evidence, boolean authorityMatched) {
        return List.of(
                genuine(policy, evidence), strength(policy, evidence, authorityMatched), confirmed(policy, evidence));
    }

    private static Check genuine(ServicePolicy policy, DocumentEvidence evidence) {
        if (evidence.source() == Source.TYPED) {
            return Check.waived(CheckKind.DOCUMENT_GENUINE);
        }
        var checks = evidence.checks();
        if (checks.stream().anyMatch(EvidenceRules::showsForgery)) {
            return Check.failed(CheckKind.DOCUMENT_GENUINE, Reason.DOCUMENT_NOT_GENUINE);
        }
        if (checks.stream()
                .anyMatch(check ->
                        check.kind() == io.namesake.document.CheckKind.SPECIMEN && check.result() == Result.FAILED)) {
            return Check.failed(CheckKind.DOCUMENT_GENUINE, Reason.DOCUMENT_IS_SPECIMEN);
        }
        return checks.stream().anyMatch(check -> raisesDoubt(policy, check))
                ? Check.inconclusive(CheckKind.DOCUMENT_GENUINE, Reason.DOCUMENT_DOUBTFUL)
                : Check.passed(CheckKind.DOCUMENT_GENUINE);
    }

    /** What cryptography proves. Anything that an issuer's slip or a bad photo can cause is a doubt instead. */
    private static boolean showsForgery(EvidenceCheck check) {
        return check.result() == Result.FAILED
                && switch (check.kind()) {
                    case CHIP_SIGNATURE,
                            CHIP_SIGNER_REVOCATION,
                            CHIP_FILES,
                            CHIP_GENUINE,
                            CREDENTIAL_SIGNATURE,
                            CREDENTIAL_REVOCATION,
                            CREDENTIAL_ATTRIBUTES,
                            CREDENTIAL_HOLDER -> true;
                    default -> false;
                };
    }

    private static boolean raisesDoubt(ServicePolicy policy, EvidenceCheck check) {
        return switch (check.result()) {
            case FAILED ->
                switch (check.kind()) {
                    // Both have reasons of their own.
                    case EXPIRY, SPECIMEN -> false;
                    default -> true;
                };
            case INCONCLUSIVE ->
                NEVER_OPEN.contains(check.kind()) || check.confidence().orElse(0) >= policy.doubtsFrom();
            case PASSED, NOT_RUN -> false;
        };
    }

    private static Check strength(ServicePolicy policy, DocumentEvidence evidence, boolean authorityMatched) {
        return policy.accepts(evidence, authorityMatched)
                ? Check.passed(CheckKind.EVIDENCE_STRENGTH)
                : Check.inconclusive(CheckKind.EVIDENCE_STRENGTH, Reason.EVIDENCE_TOO_WEAK);
    }

    private static Check confirmed(ServicePolicy policy, DocumentEvidence evidence) {
        if (evidence.source() == Source.TYPED) {
            return Check.waived(CheckKind.FIELDS_CONFIRMED);
        }
        boolean mayStand = evidence.corrected().isEmpty()
                || policy.corrections() == ServicePolicy.Corrections.ACCEPT
                        && !evidence.source().isSigned();
        return mayStand
                ? Check.passed(CheckKind.FIELDS_CONFIRMED)
                : Check.inconclusive(CheckKind.FIELDS_CONFIRMED, Reason.FIELDS_CORRECTED);
    }
}
