package io.namesake.document.wallet;

import static io.namesake.document.EvidenceCheck.failed;
import static io.namesake.document.EvidenceCheck.inconclusive;
import static io.namesake.document.EvidenceCheck.notRun;
import static io.namesake.document.EvidenceCheck.passed;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.Crypto;
import io.namesake.document.trust.TrustedAuthority;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The certificates that came with a credential, and the trusted authority at their end (ISO/IEC 18013-5, 9.3.1 and B.1; RFC 5280, 6.1 as far as it applies:
 * at most three certificates, each issued by the next, the last by an authority that is trusted).
 */
final class SignerChain implements CredentialSigner {
    private static final int LONGEST = 3;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int CERTIFICATE_SIGNING = 5;

    private final List<X509Certificate> chain;
    private final WalletTrust trust;
    /** Those whose key has issued the last certificate; one key can have several certificates, of which any that counts will do. */
    private final List<TrustedAuthority> authorities;

    private final Optional<String> purpose;

    private SignerChain(List<X509Certificate> chain, WalletTrust trust, Optional<String> purpose) {
        this.chain = List.copyOf(chain);
        this.trust = trust;
        this.purpose = purpose;
        authorities = authorities();
    }

    /**
     * @param encoded the signer's certificate first
     * @param purpose that the signer's certificate must be made for
     */
    static SignerChain of(List<byte[]> encoded, WalletTrust trust, Optional<String> purpose) throws DocumentUnreadable {
        if (encoded.isEmpty() || encoded.size() > LONGEST) {
            throw new DocumentUnreadable("a credential comes with one to " + LONGEST + " certificates");
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (byte[] certificate : encoded) {
            chain.add(exact(certificate));
        }
        return new SignerChain(chain, trust, purpose);
    }

    /** A certificate in its one form (DER): the provider would forgive, and check the signature over what it should have been. */
    private static X509Certificate exact(byte[] encoded) throws DocumentUnreadable {
        X509Certificate certificate = Certificates.certificate(encoded);
        try {
            if (Arrays.equals(certificate.getEncoded(), encoded)) {
                return certificate;
            }
        } catch (CertificateEncodingException malformed) {
            // Said below.
        }
        throw new DocumentUnreadable("a certificate is not in its one form");
    }

    @Override
    public Optional<PublicKey> key() {
        return Optional.of(signer().getPublicKey());
    }

    private X509Certificate signer() {
        return chain.getFirst();
    }

    /** None unless each of the other certificates was issued by the next. Those that may issue, if there are any. */
    private List<TrustedAuthority> authorities() {
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!mayIssue(chain.get(i + 1), i) || !Certificates.hasIssued(chain.get(i + 1), chain.get(i))) {
                return List.of();
            }
        }
        X509Certificate last = chain.getLast();
        List<TrustedAuthority> issuers = trust.authorities().issuersOf(last).stream()
                .filter(one -> Certificates.hasIssued(one.certificate(), last))
                .toList();
        List<TrustedAuthority> able =
                issuers.stream().filter(this::mayIssueLast).toList();
        return able.isEmpty() ? issuers : able;
    }

    private boolean mayIssueLast(TrustedAuthority authority) {
        return mayIssue(authority.certificate(), chain.size() - 1);
    }

    @Override
    public EvidenceCheck issuer(Optional<String> country) {
        if (authorities.isEmpty()) {
            return inconclusive(CheckKind.CREDENTIAL_ISSUER, "no authority is trusted that vouches for its issuer");
        }
        if (!isMadeForThis()) {
            return failed(CheckKind.CREDENTIAL_ISSUER, "the signer's certificate was not made for this use");
        }
        String known = authorities.getFirst().country();
        // An authority of one country vouches for no document of another (ISO/IEC 18013-5, B.1).
        if (country.isPresent() && !known.equals("?") && !known.equals(country.get())) {
            return failed(CheckKind.CREDENTIAL_ISSUER, "it names another country than its issuer's authority is of");
        }
        return passed(
                CheckKind.CREDENTIAL_ISSUER,
                "its issuer's certificate was issued by an authority of " + known + " that is trusted: "
                        + authorities.getFirst().source());
    }

    private boolean isMadeForThis() {
        boolean[] uses = signer().getKeyUsage();
        if (uses == null || !uses[DIGITAL_SIGNATURE] || !mayIssueLast(authorities.getFirst())) {
            return false;
        }
        try {
            List<String> purposes = signer().getExtendedKeyUsage();
            return purpose.isEmpty() || purposes != null && purposes.contains(purpose.get());
        } catch (CertificateParsingException malformed) {
            return false;
        }
    }

    /** @param between how many authorities' certificates there are between it and the signer's (RFC 5280, 4.2.1.9) */
    private static boolean mayIssue(X509Certificate certificate, int between) {
        boolean[] uses = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= between && (uses == null || uses[CERTIFICATE_SIGNING]);
    }

    @Override
    public boolean isValid(Instant at) {
        return chain.stream().allMatch(certificate -> Certificates.isValid(certificate, at))
                && (authorities.isEmpty()
                        || authorities.stream().anyMatch(one -> Certificates.isValid(one.certificate(), at)));
    }

    /** Whether one and the same authority is trusted to vouch for both. */
    boolean hasAuthorityOf(SignerChain other) {
        return authorities.stream()
                .map(one -> one.certificate().getPublicKey())
                .anyMatch(key -> other.authorities.stream()
                        .anyMatch(one -> one.certificate().getPublicKey().equals(key)));
    }

    @Override
    public EvidenceCheck revocation(StatusClaim status, Instant now) {
        if (authorities.isEmpty()) {
            return status.open()
                    .orElseGet(() -> notRun(CheckKind.CREDENTIAL_REVOCATION, "its issuer's authority is unknown"));
        }
        List<List<X509CRL>> lists = lists();
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate certificate = chain.get(i);
            if (lists.get(i).stream().anyMatch(list -> list.isRevoked(certificate))) {
                return failed(CheckKind.CREDENTIAL_REVOCATION, "its issuer's certificate was revoked");
            }
        }
        Optional<EvidenceCheck> open = status.open();
        if (open.isPresent()) {
            return open.get();
        }
        if (lists.stream().allMatch(List::isEmpty)) {
            return notRun(CheckKind.CREDENTIAL_REVOCATION, "no revocation list of its authority was given");
        }
        if (lists.stream().anyMatch(List::isEmpty)) {
            return inconclusive(
                    CheckKind.CREDENTIAL_REVOCATION,
                    "no revocation list was given of one of the authorities between its issuer and the trusted one");
        }
        return lists.stream().allMatch(own -> own.stream().anyMatch(list -> isCurrent(list, now)))
                ? passed(CheckKind.CREDENTIAL_REVOCATION, "its issuer's certificate is not revoked")
                : inconclusive(
                        CheckKind.CREDENTIAL_REVOCATION,
                        "its issuer's certificate was not revoked when the list was made, but a newer list is due");
    }

    /** For each certificate the lists of whoever has issued it, who alone can revoke it (RFC 5280, 6.3). */
    private List<List<X509CRL>> lists() {
        List<List<X509CRL>> lists = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate issuer = i + 1 < chain.size()
                    ? chain.get(i + 1)
                    : authorities.getFirst().certificate();
            lists.add(trust.revocations().stream()
                    .filter(list -> isBy(list, issuer))
                    .toList());
        }
        return lists;
    }

    private static boolean isCurrent(X509CRL list, Instant now) {
        return list.getNextUpdate() == null || !list.getNextUpdate().before(Date.from(now));
    }

    private static boolean isBy(X509CRL list, X509Certificate authority) {
        try {
            list.verify(authority.getPublicKey(), Crypto.PROVIDER);
            return true;
        } catch (GeneralSecurityException | RuntimeException another) {
            return false;
        }
    }
}
