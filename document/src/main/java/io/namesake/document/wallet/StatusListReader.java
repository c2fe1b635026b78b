package io.namesake.document.wallet;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.wallet.StatusListToken.Claims;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Judges a status list, and says what it says of one credential (draft-ietf-oauth-status-list-21, 8.3). It fetches nothing.
 *
 * <p>A list is believed when it is signed with the key that signed the credential, under a certificate of the authority that vouches for the credential's issuer
 * or, where the issuer's keys are listed, with one of them (11.3). That a certificate was made for signing lists is not asked for: the purpose has no number yet.
 */
public final class StatusListReader {
    /** So old may a list be that does not say when it ends: a copy that somebody held back would hide for ever what was revoked since. */
    static final Duration OLDEST_WITHOUT_END = Duration.ofDays(7);

    private final WalletTrust trust;
    private final Clock clock;

    /** @param trust whose credentials, and so whose lists, are believed */
    public StatusListReader(WalletTrust trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * @param token as it was published at the reference's address: a JWT or a CWT
     * @throws DocumentUnreadable when it is no status list, of another address, not signed by somebody who may, not of now, or without a place for the credential.
     *     It then says nothing of the credential, neither good nor bad
     */
    public StatusAnswer read(byte[] token, StatusReference reference) throws DocumentUnreadable {
        try {
            StatusListToken list = StatusListToken.read(token);
            Instant now = clock.instant();
            CredentialSigner credentials = credentials(reference);
            CredentialSigner signer = signer(list, reference, credentials);
            requireTrusted(signer, now);
            PublicKey key = signer.key()
                    .orElseThrow(() -> new DocumentUnreadable("the key that signed the status list is not known"));
            if (!list.isSigned(key)) {
                throw new DocumentUnreadable("the status list's signature is wrong");
            }
            Claims claims = list.claims();
            if (!claims.subject().equals(reference.uri())) {
                throw new DocumentUnreadable("the status list is that of another address");
            }
            requireOfNow(claims, signer, now);
            int value = claims.statuses().at(reference.index());
            return new StatusAnswer(
                    StatusAnswer.Status.of(value),
                    value,
                    claims.issued(),
                    claims.expires(),
                    claims.timeToLive(),
                    credentials.revocation(StatusClaim.NONE, now));
        } catch (RuntimeException malformed) {
            throw new DocumentUnreadable("this is no status list that can be read");
        }
    }

    private CredentialSigner credentials(StatusReference reference) throws DocumentUnreadable {
        return reference.chain().isEmpty()
                ? new ListedKey(Optional.empty())
                : SignerChain.of(reference.chain(), trust, Optional.empty());
    }

    private CredentialSigner signer(StatusListToken list, StatusReference reference, CredentialSigner credentials)
            throws DocumentUnreadable {
        if (!(credentials instanceof SignerChain issuer)) {
            return ListedKey.of(trust, reference.issuer(), list.keyId());
        }
        if (list.chain().isEmpty()) {
            return issuer;
        }
        SignerChain own = SignerChain.of(list.chain(), trust, Optional.empty());
        if (!own.hasAuthorityOf(issuer)) {
            throw new DocumentUnreadable("the status list was signed under another authority than the credential");
        }
        return own;
    }

    private static void requireTrusted(CredentialSigner signer, Instant now) throws DocumentUnreadable {
        if (signer.issuer(Optional.empty()).result() != Result.PASSED) {
            throw new DocumentUnreadable("nobody who is trusted vouches for whoever signed the status list");
        }
        if (signer.revocation(StatusClaim.NONE, now).result() == Result.FAILED) {
            throw new DocumentUnreadable("the certificate of whoever signed the status list was revoked");
        }
    }

    private static void requireOfNow(Claims claims, CredentialSigner signer, Instant now) throws DocumentUnreadable {
        Instant latest = now.plus(CredentialTimes.CLOCKS_DIFFER);
        if (claims.issued().isAfter(latest)
                || claims.from().filter(from -> from.isAfter(latest)).isPresent()) {
            throw new DocumentUnreadable("the status list is not valid yet");
        }
        Instant end = claims.expires().orElse(claims.issued().plus(OLDEST_WITHOUT_END));
        if (!now.isBefore(end)) {
            throw new DocumentUnreadable("the status list is no longer valid");
        }
        if (!signer.isValid(now) || !signer.isValid(claims.issued())) {
            throw new DocumentUnreadable("a certificate of whoever signed the status list is not valid");
        }
    }
}
