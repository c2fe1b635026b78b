package io.namesake.document.wallet;

import static io.namesake.document.EvidenceCheck.failed;
import static io.namesake.document.EvidenceCheck.passed;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a credential and its signer were valid when it was shown (ISO/IEC 18013-5, 9.3.1, steps 1 and 5; RFC 7519, 4.1). */
final class CredentialTimes {
    /** Between clocks that are set well. */
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private CredentialTimes() {}

    /** @param until empty when the issuer set no end */
    static EvidenceCheck check(
            Instant signed, Instant from, Optional<Instant> until, CredentialSigner signer, Instant now) {
        Instant latest = now.plus(CLOCKS_DIFFER);
        if (signed.isAfter(latest) || from.isAfter(latest)) {
            return failed(CheckKind.CREDENTIAL_VALIDITY, "the credential is not valid yet");
        }
        if (until.isPresent() && !now.isBefore(until.get())) {
            return failed(CheckKind.CREDENTIAL_VALIDITY, "the credential is no longer valid");
        }
        if (!signer.isValid(signed)) {
            return failed(
                    CheckKind.CREDENTIAL_VALIDITY, "a certificate of its issuer's was not valid when it was signed");
        }
        return signer.isValid(now)
                ? passed(CheckKind.CREDENTIAL_VALIDITY, "credential and certificates are valid")
                : failed(CheckKind.CREDENTIAL_VALIDITY, "a certificate of its issuer's is not valid now");
    }
}
