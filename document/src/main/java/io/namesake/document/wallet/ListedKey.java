package io.namesake.document.wallet;

import static io.namesake.document.EvidenceCheck.inconclusive;
import static io.namesake.document.EvidenceCheck.notRun;
import static io.namesake.document.EvidenceCheck.passed;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/**
 * An issuer that comes with no certificate and whose keys the operator has listed.
 *
 * @param key empty when no key of that issuer is listed
 */
record ListedKey(Optional<PublicKey> key) implements CredentialSigner {

    @Override
    public EvidenceCheck issuer(Optional<String> country) {
        return key.isPresent()
                ? passed(CheckKind.CREDENTIAL_ISSUER, "its issuer's key is listed as trusted")
                : inconclusive(CheckKind.CREDENTIAL_ISSUER, "no key of its issuer's is listed as trusted");
    }

    @Override
    public boolean isValid(Instant at) {
        return true;
    }

    @Override
    public EvidenceCheck revocation(boolean namesStatusList, Instant now) {
        return notRun(
                CheckKind.CREDENTIAL_REVOCATION,
                namesStatusList
                        ? "the credential names a status list, which is not asked here"
                        : "a listed key is revoked by taking it off the list");
    }
}
