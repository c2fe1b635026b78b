package io.namesake.document.chip;

import static io.namesake.document.EvidenceCheck.failed;
import static io.namesake.document.EvidenceCheck.inconclusive;
import static io.namesake.document.EvidenceCheck.notRun;
import static io.namesake.document.EvidenceCheck.passed;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.Crypto;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether the issuer's hand is on the chip's files (ICAO Doc 9303-11, 5.1): the signature, its signer, the authority behind it, and each file's
 * hash. It says nothing about whether the chip is a copy.
 */
final class PassiveAuthentication {
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    /** A person looks, whatever the operator's policy lets pass. */
    private static final int SURELY = 100;

    private final SecurityObject object;
    private final Map<Integer, byte[]> files;
    private final Optional<String> state;
    private final TrustStore trust;
    private final List<X509CRL> revocations;
    private final Profile profile;
    private final SignerUse use;
    private final Clock clock;
    private final List<String> relaxed = new ArrayList<>();

    /** @param state that issued the document, by the letters of its machine-readable zone; empty when that was not given */
    PassiveAuthentication(
            SecurityObject object,
            Map<Integer, byte[]> files,
            Optional<String> state,
            TrustStore trust,
            List<X509CRL> revocations,
            Profile profile,
            Clock clock) {
        this.object = object;
        this.files = files;
        this.state = state;
        this.trust = trust;
        this.revocations = List.copyOf(revocations);
        this.profile = profile;
        use = new SignerUse(profile);
        this.clock = clock;
    }

    List<EvidenceCheck> checks() {
        Optional<TrustedAuthority> authority = authority();
        return List.of(
                signature(),
                signer(authority),
                validity(authority),
                use.check(object.signerCertificate(), authority.map(TrustedAuthority::certificate)),
                revocation(authority),
                hashes());
    }

    /** What was let pass; complete after {@link #checks()}. */
    List<String> relaxed() {
        List<String> all = new ArrayList<>(relaxed);
        all.addAll(use.relaxed());
        return List.copyOf(all);
    }

    private EvidenceCheck signature() {
        if (!object.isSignatureRight()) {
            return failed(CheckKind.CHIP_SIGNATURE, "the signature over the list of hashes is wrong");
        }
        if (!object.isContentNamed()) {
            if (profile == Profile.STRICT || !object.isContentMereData()) {
                return failed(
                        CheckKind.CHIP_SIGNATURE,
                        "the signed content does not call itself a list of hashes (eContentType); the relaxed profile lets id-data pass");
            }
            relaxed.add("the signed content calls itself mere data (id-data)");
        }
        return passed(
                CheckKind.CHIP_SIGNATURE,
                "signed with " + object.signerCertificate().getPublicKey().getAlgorithm());
    }

    /**
     * The trusted authority whose key has issued the signer's certificate. One key can have several certificates: a country renews its own, and links it to the key
     * before (link certificates, ICAO Doc 9303-12). Any of them that counts will do.
     */
    private Optional<TrustedAuthority> authority() {
        List<TrustedAuthority> issuers = trust.issuersOf(object.signerCertificate()).stream()
                .filter(authority -> Certificates.hasIssued(authority.certificate(), object.signerCertificate()))
                .toList();
        return issuers.stream()
                .filter(issuer ->
                        use.mayIssue(issuer.certificate()) && Certificates.isValid(issuer.certificate(), signed()))
                .findFirst()
                .or(() -> issuers.stream().findFirst());
    }

    /** When it was signed, as far as that is said. */
    private Instant signed() {
        return object.signingTime().orElse(clock.instant());
    }

    private EvidenceCheck signer(Optional<TrustedAuthority> authority) {
        if (authority.isPresent()
                && state.isPresent()
                && !IssuingState.mayBeVouchedForBy(state.get(), authority.get())) {
            // States have letters that this reader may not know, so this is no proof of a forgery; a person looks.
            return inconclusive(
                            CheckKind.CHIP_SIGNER,
                            "the document says that it is of " + state.get() + ", and its signer's authority is of "
                                    + authority.get().country() + ", which vouches for its own documents only")
                    .withConfidence(SURELY);
        }
        if (authority.isPresent()) {
            return passed(
                    CheckKind.CHIP_SIGNER,
                    "the signer's certificate was issued by an authority of "
                            + authority.get().country() + " that is trusted: "
                            + authority.get().source());
        }
        if (trust.issuersOf(object.signerCertificate()).isEmpty()) {
            return inconclusive(
                    CheckKind.CHIP_SIGNER,
                    "no authority is trusted that could have issued the signer's certificate; namesake trust import takes up master lists");
        }
        // A country's new key may be younger than the lists at hand, so this is no proof of a forgery.
        return inconclusive(
                CheckKind.CHIP_SIGNER,
                "authorities of that name are trusted, but none of their keys has issued the signer's certificate");
    }

    private EvidenceCheck validity(Optional<TrustedAuthority> authority) {
        Instant at = signed();
        String when = object.signingTime().isPresent()
                ? "on the day of signing, " + LocalDate.ofInstant(at, ZoneOffset.UTC)
                : "today, since it is not said when it was signed";
        if (at.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            return failed(
                    CheckKind.CHIP_SIGNER_VALIDITY,
                    "it was signed in the future, " + LocalDate.ofInstant(at, ZoneOffset.UTC));
        }
        if (!Certificates.isValid(object.signerCertificate(), at)) {
            return failed(CheckKind.CHIP_SIGNER_VALIDITY, "the signer's certificate was not valid " + when);
        }
        if (authority.isEmpty()) {
            return notRun(
                    CheckKind.CHIP_SIGNER_VALIDITY,
                    "the signer's certificate was valid " + when + "; its authority is unknown");
        }
        return Certificates.isValid(authority.get().certificate(), at)
                ? passed(CheckKind.CHIP_SIGNER_VALIDITY, "both certificates were valid " + when)
                : failed(CheckKind.CHIP_SIGNER_VALIDITY, "the authority's certificate was not valid " + when);
    }

    private EvidenceCheck revocation(Optional<TrustedAuthority> authority) {
        if (authority.isEmpty()) {
            return notRun(CheckKind.CHIP_SIGNER_REVOCATION, "the authority is unknown");
        }
        List<X509CRL> lists = revocations.stream()
                .filter(list -> isBy(list, authority.get().certificate()))
                .toList();
        if (lists.isEmpty()) {
            return notRun(CheckKind.CHIP_SIGNER_REVOCATION, "no revocation list of this authority was given");
        }
        if (lists.stream().anyMatch(list -> list.isRevoked(object.signerCertificate()))) {
            return failed(CheckKind.CHIP_SIGNER_REVOCATION, "the authority has revoked the signer's certificate");
        }
        boolean current = lists.stream()
                .anyMatch(list ->
                        list.getNextUpdate() == null || !list.getNextUpdate().before(Date.from(clock.instant())));
        return current
                ? passed(CheckKind.CHIP_SIGNER_REVOCATION, "not revoked")
                : inconclusive(
                        CheckKind.CHIP_SIGNER_REVOCATION,
                        "not revoked when the list was made, but a newer list is due");
    }

    private EvidenceCheck hashes() {
        if (files.isEmpty()) {
            return notRun(CheckKind.CHIP_FILES, "no data group was given");
        }
        Map<Integer, byte[]> signed = new TreeMap<>(object.signedHashes());
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(object.hashAlgorithm(), Crypto.PROVIDER);
        } catch (GeneralSecurityException unknown) {
            return failed(CheckKind.CHIP_FILES, "the hash function " + object.hashAlgorithm() + " is unknown");
        }
        List<String> wrong = new ArrayList<>();
        files.forEach((number, file) -> {
            byte[] hash = signed.get(number);
            if (hash == null || !MessageDigest.isEqual(hash, digest.digest(file))) {
                wrong.add("DG" + number);
            }
        });
        String names = String.join(
                ", ", files.keySet().stream().map(number -> "DG" + number).toList());
        return wrong.isEmpty()
                ? passed(CheckKind.CHIP_FILES, names + " as signed (" + digest.getAlgorithm() + ")")
                : failed(CheckKind.CHIP_FILES, "not as signed: " + String.join(", ", wrong));
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
