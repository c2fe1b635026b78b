package io.namesake.document.wallet;

import static io.namesake.document.EvidenceCheck.failed;
import static io.namesake.document.EvidenceCheck.inconclusive;
import static io.namesake.document.EvidenceCheck.passed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.wallet.CredentialKind.Format;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what a wallet presents as SD-JWT VC with key binding (draft-ietf-oauth-sd-jwt-vc, 3; RFC 9901, 7). */
public final class SdJwtReader {
    /** The second is what the media type was called before. */
    private static final Set<String> TYPES = Set.of("dc+sd-jwt", "vc+sd-jwt");

    private final WalletTrust trust;
    private final Clock clock;

    /** @param trust whose credentials are believed */
    public SdJwtReader(WalletTrust trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * @param presentation issuer's JWT, disclosures and wallet's JWT, joined by tildes
     * @param asked what the wallet's proof must name; empty when it is not known, and then nothing shows that the wallet was there
     * @throws DocumentUnreadable when it is no such presentation, or of a kind that is not read
     */
    public IdentityEvidence read(String presentation, Optional<KeyBinding> asked) throws DocumentUnreadable {
        return judge(presentation, asked).evidence();
    }

    /** The same, with whom to ask for the credential's status. */
    public JudgedCredential judge(String presentation, Optional<KeyBinding> asked) throws DocumentUnreadable {
        try {
            PresentedSdJwt shown = PresentedSdJwt.read(presentation);
            if (!Jws.isTyped(shown.jwt(), TYPES)) {
                throw new DocumentUnreadable("the credential does not call itself one");
            }
            CredentialKind kind = CredentialKind.of(
                    Format.SD_JWT,
                    shown.text("vct").orElseThrow(() -> new DocumentUnreadable("the credential lacks vct")));
            List<byte[]> chain = Jws.chain(shown.jwt());
            CredentialSigner signer = signer(shown, chain);
            StatusClaim status = StatusClaim.ofJson(shown.payload().get("status"));
            CredentialIdentity holder = CredentialIdentity.of(kind, new Attributes(shown.claims()));
            Instant now = clock.instant();
            IdentityEvidence evidence = WalletEvidence.of(
                    holder,
                    List.of(
                            signature(shown, signer),
                            signer.issuer(holder.country()),
                            times(shown, signer, now),
                            signer.revocation(status, now),
                            attributes(shown),
                            WalletProof.check(shown, asked, now)),
                    clock);
            return JudgedCredential.of(
                    evidence,
                    status instanceof StatusClaim.Listed place
                            ? Optional.of(new StatusReference(
                                    place.uri(),
                                    place.index(),
                                    Format.SD_JWT,
                                    chain.isEmpty() ? shown.text("iss") : Optional.empty(),
                                    chain))
                            : Optional.empty());
        } catch (RuntimeException malformed) {
            throw new DocumentUnreadable("this is no SD-JWT that can be read");
        }
    }

    private CredentialSigner signer(PresentedSdJwt shown, List<byte[]> chain) throws DocumentUnreadable {
        return chain.isEmpty()
                ? ListedKey.of(
                        trust,
                        shown.text("iss"),
                        Optional.ofNullable(shown.jwt().getHeader().getKeyID()))
                : SignerChain.of(chain, trust, Optional.empty());
    }

    static Optional<PublicKey> publicKey(JWK key) {
        try {
            return key instanceof ECKey point ? Optional.of(point.toECPublicKey()) : Optional.empty();
        } catch (JOSEException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static EvidenceCheck signature(PresentedSdJwt shown, CredentialSigner signer) throws DocumentUnreadable {
        Optional<PublicKey> key = signer.key();
        if (key.isEmpty()) {
            return inconclusive(CheckKind.CREDENTIAL_SIGNATURE, "the key that it was signed with is not known");
        }
        return Jws.isSigned(shown.jwt(), key.get())
                ? passed(CheckKind.CREDENTIAL_SIGNATURE, "signed by the issuer's key")
                : failed(CheckKind.CREDENTIAL_SIGNATURE, "the issuer's signature is wrong");
    }

    /** An issuer that does not say when it signed is judged for today. */
    private static EvidenceCheck times(PresentedSdJwt shown, CredentialSigner signer, Instant now)
            throws DocumentUnreadable {
        Instant signed = PresentedSdJwt.moment(shown.payload(), "iat").orElse(now);
        return CredentialTimes.check(
                signed,
                PresentedSdJwt.moment(shown.payload(), "nbf").orElse(signed),
                PresentedSdJwt.moment(shown.payload(), "exp"),
                signer,
                now);
    }

    /** A disclosure whose digest was not signed never comes this far. */
    private static EvidenceCheck attributes(PresentedSdJwt shown) {
        return passed(CheckKind.CREDENTIAL_ATTRIBUTES, shown.disclosed() + " disclosures as signed");
    }
}
