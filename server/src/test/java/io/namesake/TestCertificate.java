package io.namesake;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A certificate made for a test, with its key (P-256), and those above it.
 *
 * @param chain its own first, without the authority's that nobody issued
 */
public record TestCertificate(PrivateKey key, List<X509Certificate> chain) {
    private static final Duration TEN_YEARS = Duration.ofDays(3_650);
    private static final char[] NO_PASSWORD = new char[0];

    /** What is to stand in one. @param from when it begins to be good */
    public record Wanted(String subject, GeneralName[] names, KeyPurposeId purpose, Instant from, Instant to) {

        /** A client's, good for long before and after now. */
        public static Wanted of(String subject, GeneralName... names) {
            return new Wanted(
                    subject,
                    names,
                    KeyPurposeId.id_kp_clientAuth,
                    Instant.now().minus(TEN_YEARS),
                    Instant.now().plus(TEN_YEARS));
        }

        public Wanted until(Instant time) {
            return new Wanted(subject, names, purpose, from, time);
        }

        public Wanted forPurpose(KeyPurposeId other) {
            return new Wanted(subject, names, other, from, to);
        }
    }

    /** One that nobody vouches for. */
    public static TestCertificate selfSigned(Wanted wanted) {
        return make(wanted, false, null);
    }

    /** An authority. */
    public static TestCertificate authority(String subject) {
        return make(Wanted.of(subject), true, null);
    }

    /** An authority below this one. */
    public TestCertificate authorityBelow(String subject) {
        return make(Wanted.of(subject), true, this);
    }

    /** One that this authority issued. */
    public TestCertificate issues(Wanted wanted) {
        return make(wanted, false, this);
    }

    public X509Certificate own() {
        return chain.getFirst();
    }

    /** A caller who has this certificate, and believes the other one of a server. */
    public HttpClient calling(X509Certificate server) {
        try {
            var mine = KeyStore.getInstance("PKCS12");
            mine.load(null, null);
            mine.setKeyEntry("me", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(mine, NO_PASSWORD);
            return client(keys, server);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A caller who has none. */
    public static HttpClient callingWithout(X509Certificate server) {
        return client(null, server);
    }

    private static HttpClient client(@Nullable KeyManagerFactory keys, X509Certificate server) {
        try {
            var believed = KeyStore.getInstance("PKCS12");
            believed.load(null, null);
            believed.setCertificateEntry("server", server);
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(believed);
            var tls = SSLContext.getInstance("TLS");
            tls.init(keys == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(tls)
                    .build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + what + "-----\n";
    }

    private static TestCertificate make(Wanted wanted, boolean authority, @Nullable TestCertificate issuer) {
        try {
            var pair = pair();
            var above = issuer == null ? new X500Name(wanted.subject()) : nameOf(issuer);
            var built = new JcaX509v3CertificateBuilder(
                    above,
                    new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16),
                    Date.from(wanted.from()),
                    Date.from(wanted.to()),
                    new X500Name(wanted.subject()),
                    pair.getPublic());
            built.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!authority) {
                built.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(wanted.purpose()));
            }
            if (wanted.names().length > 0) {
                built.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(wanted.names()));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(issuer == null ? pair.getPrivate() : issuer.key());
            var chain = new ArrayList<X509Certificate>();
            chain.add(new JcaX509CertificateConverter().getCertificate(built.build(signer)));
            if (issuer != null && !isSelfIssued(issuer.own())) {
                chain.addAll(issuer.chain());
            }
            return new TestCertificate(pair.getPrivate(), List.copyOf(chain));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X500Name nameOf(TestCertificate issuer) {
        return X500Name.getInstance(issuer.own().getSubjectX500Principal().getEncoded());
    }

    private static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
