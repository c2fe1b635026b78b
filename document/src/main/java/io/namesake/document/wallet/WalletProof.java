package io.namesake.document.wallet;

import static io.namesake.document.EvidenceCheck.failed;
import static io.namesake.document.EvidenceCheck.notRun;
import static io.namesake.document.EvidenceCheck.passed;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The key-binding JWT: a wallet's proof for one request that it holds the key which an SD-JWT is bound to (RFC 9901, 4.3 and 7.3). */
final class WalletProof {
    private static final Set<String> TYPES = Set.of("kb+jwt");
    /** A person takes a while between the wallet's signature and its sending; an old proof is somebody else's. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private WalletProof() {}

    static EvidenceCheck check(PresentedSdJwt shown, Optional<KeyBinding> asked, Instant now)
            throws DocumentUnreadable {
        if (asked.isEmpty()) {
            return notRun(
                    CheckKind.CREDENTIAL_HOLDER,
                    "the request is not known, so it may be a copy of what was shown to somebody else");
        }
        if (shown.proof().isEmpty()) {
            return failed(CheckKind.CREDENTIAL_HOLDER, "the wallet gave no proof that it holds the credential's key");
        }
        JWSObject proof = shown.proof().get();
        if (!Jws.isTyped(proof, TYPES)) {
            return failed(CheckKind.CREDENTIAL_HOLDER, "the wallet's proof does not call itself one");
        }
        if (!Jws.isSigned(proof, boundKey(shown))) {
            return failed(CheckKind.CREDENTIAL_HOLDER, "the wallet's proof was not signed with the credential's key");
        }
        Map<String, Object> claims = Json.map(proof.getPayload().toBytes(), "the wallet's proof");
        if (!asked.get().nonce().equals(claims.get("nonce"))) {
            return failed(CheckKind.CREDENTIAL_HOLDER, "the wallet's proof answers another request");
        }
        if (!asked.get().audience().equals(claims.get("aud"))) {
            return failed(CheckKind.CREDENTIAL_HOLDER, "the wallet's proof was made for somebody else");
        }
        if (!shown.hash().equals(claims.get("sd_hash"))) {
            return failed(CheckKind.CREDENTIAL_HOLDER, "the wallet's proof is about other attributes than were shown");
        }
        Optional<Instant> made = PresentedSdJwt.moment(claims, "iat");
        if (made.isEmpty()
                || made.get().isAfter(now.plus(CredentialTimes.CLOCKS_DIFFER))
                || made.get().isBefore(now.minus(OLDEST))) {
            return failed(CheckKind.CREDENTIAL_HOLDER, "the wallet's proof was not made now");
        }
        return passed(CheckKind.CREDENTIAL_HOLDER, "the wallet signed this request with the credential's key");
    }

    /** {@code cnf} as a JSON Web Key (RFC 7800, 3.2). */
    private static PublicKey boundKey(PresentedSdJwt shown) throws DocumentUnreadable {
        if (shown.payload().get("cnf") instanceof Map<?, ?> confirmation
                && confirmation.get("jwk") instanceof Map<?, ?> key) {
            try {
                Map<String, Object> members = new HashMap<>();
                key.forEach((name, value) -> members.put(String.valueOf(name), value));
                Optional<PublicKey> known = SdJwtReader.publicKey(JWK.parse(members));
                if (known.isPresent()) {
                    return known.get();
                }
            } catch (ParseException | RuntimeException malformed) {
                // Said below.
            }
        }
        throw new DocumentUnreadable("the credential is bound to no key that is known here");
    }
}
