package io.namesake.document.trust;

import io.namesake.document.DocumentUnreadable;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.icao.CscaMasterList;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A list of country authorities that one country has signed (ICAO Doc 9303-12, 9.1 and 9.2).
 *
 * @param certificates each authority in it, in its order, doubles included
 * @param unreadable entries that could not be read
 * @param signer whoever signed the list; the signature was checked
 */
public record MasterList(List<X509Certificate> certificates, int unreadable, X509Certificate signer) {
    private static final int LARGEST = 16 * 1024 * 1024;
    /** id-icao-cscaMasterListSigningKey */
    private static final String LIST_SIGNER = "2.23.136.1.1.3";

    public MasterList {
        certificates = List.copyOf(certificates);
    }

    /** @throws DocumentUnreadable when these bytes are no master list, or its signature is wrong */
    public static MasterList read(byte[] file) throws DocumentUnreadable {
        if (file.length > LARGEST) {
            throw new DocumentUnreadable("a master list has at most " + LARGEST + " bytes");
        }
        try {
            CMSSignedData signed = new CMSSignedData(file);
            if (!ICAOObjectIdentifiers.id_icao_cscaMasterList.equals(
                            signed.getSignedContent().getContentType())
                    || !(signed.getSignedContent().getContent() instanceof byte[] content)) {
                throw new DocumentUnreadable("this is signed, but no master list");
            }
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                throw new DocumentUnreadable("the master list has " + signers.size() + " signers instead of one");
            }
            SignerInformation information = signers.iterator().next();
            X509Certificate signer = signer(signed, information);
            if (!information.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Crypto.PROVIDER)
                    .build(signer.getPublicKey()))) {
                throw new DocumentUnreadable("the master list's signature is wrong");
            }
            return of(content, signer);
        } catch (CMSException
                | IOException
                | CertificateException
                | OperatorCreationException
                | RuntimeException malformed) {
            throw new DocumentUnreadable("this is no master list");
        }
    }

    /**
     * The trusted certificate that vouches for whoever signed the list, if there is one: the signer's certificate must be made for master
     * lists and have been issued by a trusted authority, both of them valid now. That the authority stands in the list itself says nothing.
     */
    public Optional<X509Certificate> trustedBy(Collection<X509Certificate> trusted, Instant now) {
        if (!isMadeForLists() || !Certificates.isValid(signer, now)) {
            return Optional.empty();
        }
        return trusted.stream()
                .filter(authority -> authority.equals(signer)
                        || Certificates.isValid(authority, now) && Certificates.hasIssued(authority, signer))
                .findFirst();
    }

    private boolean isMadeForLists() {
        try {
            List<String> uses = signer.getExtendedKeyUsage();
            return uses != null && uses.contains(LIST_SIGNER);
        } catch (CertificateException malformed) {
            return false;
        }
    }

    private static X509Certificate signer(CMSSignedData signed, SignerInformation information)
            throws CertificateException, DocumentUnreadable {
        return Crypto.signerCertificate(signed, information)
                .orElseThrow(() -> new DocumentUnreadable("the master list does not hold its signer's certificate"));
    }

    private static MasterList of(byte[] content, X509Certificate signer) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        int unreadable = 0;
        for (Certificate entry :
                CscaMasterList.getInstance(ASN1Primitive.fromByteArray(content)).getCertStructs()) {
            try {
                certificates.add(Crypto.certificate(new X509CertificateHolder(entry)));
            } catch (CertificateException | RuntimeException odd) {
                // One country's mistake must not cost the others their place.
                unreadable++;
            }
        }
        return new MasterList(certificates, unreadable, signer);
    }
}
