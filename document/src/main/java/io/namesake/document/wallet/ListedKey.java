package io.namesake.document.wallet;

import static io.namesake.document.EvidenceCheck.inconclusive;
import static io.namesake.document.EvidenceCheck.notRun;
import static io.namesake.document.EvidenceCheck.passed;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
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

    /** @param id {@code kid}; without it, the only key of the issuer's */
    static ListedKey of(WalletTrust trust, Optional<String> issuer, Optional<String> id) {
        JWKSet listed = issuer.map(trust.issuers()::get).orElse(null);
        if (listed == null) {
            return new ListedKey(Optional.empty());
        }
        Optional<JWK> key = id.isEmpty() && listed.size() == 1
                ? Optional.of(listed.getKeys().getFirst())
                : id.map(listed::getKeyByKeyId);
        return new ListedKey(key.flatMap(SdJwtReader::publicKey));
    }

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
    public EvidenceCheck revocation(StatusClaim status, Instant now) {
        return status.open()
                .orElseGet(() ->
                        notRun(CheckKind.CREDENTIAL_REVOCATION, "a listed key is revoked by taking it off the list"));
    }
}
