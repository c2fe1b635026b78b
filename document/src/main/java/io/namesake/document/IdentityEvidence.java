package io.namesake.document;

import io.namesake.document.EvidenceCheck.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was read of a document and how far it can be believed.
 *
 * @param identity empty when the part that says it was not given
 * @param portrait likewise
 * @param checks in the order of {@link CheckKind}
 * @param missing what was not given and would say more, in words
 * @param relaxed rules that were not insisted on, in words; empty under the strict profile
 */
public record IdentityEvidence(
        Optional<Identity> identity,
        Optional<Portrait> portrait,
        List<EvidenceCheck> checks,
        List<String> missing,
        List<String> relaxed) {

    /** What must pass before the issuer's hand is shown. */
    private static final Set<CheckKind> ISSUED = Set.of(
            CheckKind.CHIP_SIGNATURE, CheckKind.CHIP_SIGNER, CheckKind.CHIP_SIGNER_VALIDITY, CheckKind.CHIP_FILES);

    /** What becomes of the document as a whole. */
    public enum Standing {
        /** The issuer's signature covers everything that was read. */
        AUTHENTICATED,
        /** Read, but not authenticated: something is missing. */
        READ,
        /** Something is wrong with it. */
        REFUSED
    }

    public IdentityEvidence {
        checks = List.copyOf(checks);
        missing = List.copyOf(missing);
        relaxed = List.copyOf(relaxed);
    }

    public Standing standing() {
        if (checks.stream().anyMatch(check -> check.result() == Result.FAILED)) {
            return Standing.REFUSED;
        }
        return passed(ISSUED) ? Standing.AUTHENTICATED : Standing.READ;
    }

    /** How strong this is as evidence of an identity; only what names a person and shows them can be more than {@link Strength#FAIR}. */
    public Strength strength() {
        return switch (standing()) {
            case REFUSED -> Strength.NONE;
            case READ -> identity.isPresent() ? Strength.FAIR : Strength.NONE;
            case AUTHENTICATED -> {
                if (identity.isEmpty()) {
                    yield Strength.NONE;
                }
                if (portrait.isEmpty()) {
                    yield Strength.FAIR;
                }
                yield passed(Set.of(CheckKind.CHIP_GENUINE)) ? Strength.SUPERIOR : Strength.STRONG;
            }
        };
    }

    private boolean passed(Set<CheckKind> kinds) {
        return kinds.stream()
                .allMatch(kind ->
                        checks.stream().anyMatch(check -> check.kind() == kind && check.result() == Result.PASSED));
    }
}
