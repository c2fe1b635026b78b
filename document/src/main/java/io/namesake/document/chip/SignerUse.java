package io.namesake.document.chip;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/**
 * Whether certificates were made for documents (ICAO Doc 9303-12, 7.1). An authority also certifies signers of master lists, of deviation lists and of lines to other
 * countries; they say so by an extended key usage, which a signer of documents does not have.
 */
final class SignerUse {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int CERTIFICATE_SIGNING = 5;
    /** Extensions that a certificate may ask everyone to understand: those that are looked at, and those that only name or describe. */
    private static final Set<String> UNDERSTOOD = ids(
            Extension.keyUsage,
            Extension.basicConstraints,
            Extension.subjectKeyIdentifier,
            Extension.authorityKeyIdentifier,
            Extension.privateKeyUsagePeriod,
            Extension.certificatePolicies,
            Extension.subjectAlternativeName,
            Extension.issuerAlternativeName,
            Extension.cRLDistributionPoints);

    private final Profile profile;
    private final List<String> relaxed = new ArrayList<>();

    SignerUse(Profile profile) {
        this.profile = profile;
    }

    /** @param authority who issued the signer's certificate, when that is known */
    EvidenceCheck check(X509Certificate signer, Optional<X509Certificate> authority) {
        List<String> wrong = new ArrayList<>();
        requireUse(signer, DIGITAL_SIGNATURE, "the signer's certificate", wrong);
        requireNoOther(signer, wrong);
        authority.ifPresent(known -> {
            requireUse(known, CERTIFICATE_SIGNING, "the authority's certificate", wrong);
            if (known.getBasicConstraints() < 0) {
                wrong.add("the authority's certificate is none of an authority");
            }
        });
        return wrong.isEmpty()
                ? EvidenceCheck.passed(CheckKind.CHIP_SIGNER_KEY_USAGE, "made for this use")
                : EvidenceCheck.failed(CheckKind.CHIP_SIGNER_KEY_USAGE, String.join("; ", wrong));
    }

    /** What was let pass; complete after {@link #check}. */
    List<String> relaxed() {
        return List.copyOf(relaxed);
    }

    boolean mayIssue(X509Certificate authority) {
        boolean[] uses = authority.getKeyUsage();
        return authority.getBasicConstraints() >= 0
                && (uses == null ? profile == Profile.RELAXED : uses[CERTIFICATE_SIGNING]);
    }

    private void requireUse(X509Certificate certificate, int use, String name, List<String> wrong) {
        boolean[] uses = certificate.getKeyUsage();
        if (uses == null && profile == Profile.RELAXED) {
            relaxed.add(name + " does not say what it was made for (key usage)");
        } else if (uses == null || !uses[use]) {
            wrong.add(name + " was not made for this use (key usage)");
        }
    }

    private static void requireNoOther(X509Certificate signer, List<String> wrong) {
        String purpose = Extension.extendedKeyUsage.getId();
        if (signer.getExtensionValue(purpose) != null) {
            wrong.add("the signer's certificate was made for another use than documents (extended key usage)");
        }
        Set<String> critical = signer.getCriticalExtensionOIDs();
        if (critical == null) {
            return;
        }
        Set<String> unknown = new TreeSet<>(critical);
        unknown.removeAll(UNDERSTOOD);
        unknown.remove(purpose);
        if (!unknown.isEmpty()) {
            // Whoever does not understand a critical extension must not use the certificate (RFC 5280, 4.2).
            wrong.add("the signer's certificate has critical extensions that are unknown here: "
                    + String.join(", ", unknown));
        }
    }

    private static Set<String> ids(ASN1ObjectIdentifier... extensions) {
        Set<String> ids = new TreeSet<>();
        for (ASN1ObjectIdentifier extension : extensions) {
            ids.add(extension.getId());
        }
        return Set.copyOf(ids);
    }
}
