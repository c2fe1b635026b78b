package io.namesake.document.wallet;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.IdentityEvidence.Standing;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A credential that was judged by itself.
 *
 * @param evidence what it says; {@link CheckKind#CREDENTIAL_REVOCATION} is open while its status list was not asked
 * @param status whom to ask for its status; empty when it names nobody, or is not one that a trusted issuer signed
 */
public record JudgedCredential(IdentityEvidence evidence, Optional<StatusReference> status) {
    private static final Set<CheckKind> SIGNED = Set.of(CheckKind.CREDENTIAL_SIGNATURE, CheckKind.CREDENTIAL_ISSUER);

    /** Whoever is asked learns that somebody shows a credential of theirs; a forged one is no reason to ask anybody (8.3). */
    static JudgedCredential of(IdentityEvidence evidence, Optional<StatusReference> status) {
        long vouched = evidence.checks().stream()
                .filter(check -> SIGNED.contains(check.kind()) && check.result() == Result.PASSED)
                .count();
        boolean ask = vouched == SIGNED.size() && evidence.standing() != Standing.REFUSED;
        return new JudgedCredential(evidence, status.filter(_ -> ask));
    }

    /** The evidence with what its status list said. */
    public IdentityEvidence answered(StatusAnswer answer) {
        List<EvidenceCheck> checks = evidence.checks().stream()
                .map(check -> check.kind() == CheckKind.CREDENTIAL_REVOCATION ? answer.check() : check)
                .toList();
        return new IdentityEvidence(
                evidence.source(),
                evidence.identity(),
                evidence.portrait(),
                checks,
                evidence.missing(),
                evidence.relaxed());
    }
}
