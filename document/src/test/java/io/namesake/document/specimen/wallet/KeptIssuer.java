package io.namesake.document.specimen.wallet;

import io.namesake.document.support.Specimens;
import io.namesake.document.trust.Crypto;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/** An authority, one beneath it and an issuer beneath that, whose keys are kept, so that tests can let them certify and revoke. */
public final class KeptIssuer {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ROOT = "C=UT,O=SPECIMEN not a real country,CN=SPECIMEN root";
    private static final String MIDDLE = "C=UT,O=SPECIMEN not a real country,CN=SPECIMEN middle";
    private static final Duration YEAR = Duration.ofDays(365);

    private final KeyPair rootKey = SpecimenIssuer.pair(RANDOM);
    private final KeyPair middleKey = SpecimenIssuer.pair(RANDOM);
    private final KeyPair key = SpecimenIssuer.pair(RANDOM);
    private final X509Certificate middle;
    private final X509Certificate signer;

    public KeptIssuer() throws Exception {
        middle = authority(ROOT, rootKey, MIDDLE, middleKey, Specimens.NOW.minus(YEAR), Specimens.NOW.plus(YEAR));
        signer = SpecimenIssuer.signer(MIDDLE, key, Specimens.NOW, RANDOM, SpecimenIssuer.signature(middleKey));
    }

    /** A certificate of the authority's key. */
    public X509Certificate root(Instant from, Instant until) throws Exception {
        return authority(ROOT, rootKey, ROOT, rootKey, from, until);
    }

    public X509Certificate middle() {
        return middle;
    }

    public X509Certificate signer() {
        return signer;
    }

    /** The issuer, whose credentials come with its certificate and that of the authority in the middle. */
    public SpecimenIssuer issuer() throws Exception {
        return new SpecimenIssuer(
                root(Specimens.NOW.minus(YEAR), Specimens.NOW.plus(YEAR)),
                List.of(signer, middle),
                key,
                listOfRoot(Specimens.NOW.plus(YEAR)),
                Optional.empty());
    }

    public X509CRL listOfRoot(Instant next, X509Certificate... revoked) throws Exception {
        return list(ROOT, rootKey, next, revoked);
    }

    public X509CRL listOfMiddle(Instant next, X509Certificate... revoked) throws Exception {
        return list(MIDDLE, middleKey, next, revoked);
    }

    private static X509CRL list(String name, KeyPair key, Instant next, X509Certificate... revoked) throws Exception {
        Date made = Date.from(Specimens.NOW.minus(Duration.ofDays(3)));
        JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(new X500Principal(new X500Name(name).getEncoded()), made);
        list.setNextUpdate(Date.from(next));
        for (X509Certificate certificate : revoked) {
            list.addCRLEntry(certificate.getSerialNumber(), made, CRLReason.keyCompromise);
        }
        return new JcaX509CRLConverter().setProvider(Crypto.PROVIDER).getCRL(list.build(SpecimenIssuer.signature(key)));
    }

    private static X509Certificate authority(
            String issuer, KeyPair issuerKey, String name, KeyPair key, Instant from, Instant until) throws Exception {
        return Crypto.certificate(new JcaX509v3CertificateBuilder(
                        new X500Name(issuer),
                        new BigInteger(120, RANDOM).add(BigInteger.ONE),
                        Date.from(from),
                        Date.from(until),
                        new X500Name(name),
                        key.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(name.equals(ROOT) ? 1 : 0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .build(SpecimenIssuer.signature(issuerKey)));
    }
}
