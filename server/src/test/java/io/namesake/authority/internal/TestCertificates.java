package io.namesake.authority.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** New RSA keys and certificates of their own. */
final class TestCertificates {
    private TestCertificates() {}

    static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static X509Certificate certificate(String name, KeyPair keys) {
        return certificate(name, keys, Optional.empty());
    }

    /** One for a server on this machine. */
    static X509Certificate serverCertificate(KeyPair keys) {
        return certificate("CN=localhost", keys, Optional.of("localhost"));
    }

    static MosipSigner signer(String name) {
        var keys = keys();
        return new MosipSigner(certificate(name, keys), keys.getPrivate());
    }

    /** A key store of PKCS #12 with one key. */
    static Path store(Path file, String password, MosipSigner signer) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", signer.key(), password.toCharArray(), new X509Certificate[] {signer.certificate()});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    static Path pem(Path file, X509Certificate certificate) throws GeneralSecurityException, IOException {
        return pem(file, "CERTIFICATE", certificate.getEncoded());
    }

    static Path pem(Path file, String kind, byte[] content) throws IOException {
        return Files.writeString(
                file,
                "-----BEGIN " + kind + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                        + "-----\n");
    }

    private static X509Certificate certificate(String name, KeyPair keys, Optional<String> host) {
        try {
            var subject = new X500Principal(name);
            var now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    subject,
                    BigInteger.ONE,
                    Date.from(now.minusSeconds(60)),
                    Date.from(now.plusSeconds(86_400)),
                    subject,
                    keys.getPublic());
            if (host.isPresent()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host.get())));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (OperatorCreationException | CertificateException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
