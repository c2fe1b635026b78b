package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.trust.Crypto;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** EF.SOD: the hashes of the chip's files, signed by the issuer (ICAO Doc 9303-10, 4.6.2; CMS, RFC 5652). */
final class SecurityObject {
    private static final int TAG = 0x77;

    private final ASN1ObjectIdentifier contentType;
    private final SignerInformation signer;
    private final X509Certificate signerCertificate;
    private final Optional<Instant> signingTime;
    private final String hashAlgorithm;
    private final Map<Integer, byte[]> signedHashes;

    /** Takes everything out at once: the library reads some parts only when asked for, and throws then. */
    private SecurityObject(CMSSignedData signed, SignerInformation signer, X509Certificate signerCertificate)
            throws IOException, DocumentUnreadable {
        LDSSecurityObject hashes = hashes(signed);
        this.contentType = signed.getSignedContent().getContentType();
        this.signer = signer;
        this.signerCertificate = signerCertificate;
        this.signingTime = signingTime(signer);
        this.hashAlgorithm =
                hashes.getDigestAlgorithmIdentifier().getAlgorithm().getId();
        this.signedHashes = new TreeMap<>();
        for (DataGroupHash hash : hashes.getDatagroupHash()) {
            signedHashes.put(
                    hash.getDataGroupNumber(), hash.getDataGroupHashValue().getOctets());
        }
    }

    /** @throws DocumentUnreadable when it is none, or one that no chip should have: no signer, several, or no certificate of the signer */
    static SecurityObject read(byte[] file) throws DocumentUnreadable {
        byte[] content = Tlv.only(file, TAG);
        try {
            CMSSignedData signed = new CMSSignedData(content);
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                throw new DocumentUnreadable("EF.SOD has " + signers.size() + " signers instead of one");
            }
            SignerInformation signer = signers.iterator().next();
            X509Certificate certificate = Crypto.signerCertificate(signed, signer)
                    .orElseThrow(() -> new DocumentUnreadable("EF.SOD does not hold its signer's certificate"));
            return new SecurityObject(signed, signer, certificate);
        } catch (CMSException | IOException | CertificateException | RuntimeException malformed) {
            // The library's parsers throw what comes along; whatever it is, this is no security object.
            throw new DocumentUnreadable("EF.SOD is not a signed list of hashes");
        }
    }

    private static LDSSecurityObject hashes(CMSSignedData signed) throws IOException, DocumentUnreadable {
        if (!(signed.getSignedContent() != null && signed.getSignedContent().getContent() instanceof byte[] content)) {
            throw new DocumentUnreadable("EF.SOD signs nothing");
        }
        return LDSSecurityObject.getInstance(ASN1Primitive.fromByteArray(content));
    }

    /** Whether the signature is the signer's and covers the hashes. */
    boolean isSignatureRight() {
        try {
            // By the key alone: whether the certificate was valid then is another question.
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Crypto.PROVIDER)
                    .build(signerCertificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException | RuntimeException wrong) {
            return false;
        }
    }

    /** Whether the signed content calls itself a list of hashes (ICAO Doc 9303-10, 4.6.2.1). */
    boolean isContentNamed() {
        return ICAOObjectIdentifiers.id_icao_ldsSecurityObject.equals(contentType);
    }

    /** Whether it calls itself mere data, as some issuers' do. */
    boolean isContentMereData() {
        return PKCSObjectIdentifiers.data.equals(contentType);
    }

    X509Certificate signerCertificate() {
        return signerCertificate;
    }

    /** When it was signed, if it says so. */
    Optional<Instant> signingTime() {
        return signingTime;
    }

    private static Optional<Instant> signingTime(SignerInformation signer) {
        if (signer.getSignedAttributes() == null) {
            return Optional.empty();
        }
        Attribute time = signer.getSignedAttributes().get(CMSAttributes.signingTime);
        if (time == null || time.getAttributeValues().length != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Time.getInstance(time.getAttributeValues()[0]).getDate().toInstant());
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** Object identifier of the hash function. */
    String hashAlgorithm() {
        return hashAlgorithm;
    }

    /** The signed hashes by the number of the data group. */
    Map<Integer, byte[]> signedHashes() {
        return signedHashes;
    }
}
