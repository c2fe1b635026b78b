package io.namesake.application.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who asks wallets: by key and certificate of the settings, or by those that a demo makes for itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WalletSettings.class)
class WalletConfiguration {
    private static final Duration LIFE = Duration.ofDays(30);

    /** Somebody to ask wallets as, or nobody. */
    record Asker(Optional<WalletIdentity> identity) {}

    @Bean
    Asker walletAsker(
            WalletSettings settings,
            @Value("${namesake.public-url}") URI publicUrl,
            @Value("${namesake.demo}") boolean demo,
            SecureRandom random,
            Clock clock) {
        if (settings.signingKey() != null && settings.certificate() != null) {
            return new Asker(Optional.of(WalletIdentity.of(
                    settings.clientId(), publicUrl, key(settings.signingKey()), chain(settings.certificate()))));
        }
        return new Asker(demo ? Optional.of(selfSigned(settings, publicUrl, random, clock)) : Optional.empty());
    }

    private static ECPrivateKey key(Path file) {
        try {
            var text =
                    Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text));
            return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            // Its message could hold a part of the key.
            throw new IllegalStateException("namesake.wallets.signing-key is no EC private key in PEM (PKCS#8)");
        } catch (IOException e) {
            throw new UncheckedIOException("namesake.wallets.signing-key can't be read", e);
        }
    }

    private static List<X509Certificate> chain(Path file) {
        try {
            var read = CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream(Files.readString(file).getBytes(StandardCharsets.US_ASCII)));
            if (read.isEmpty()) {
                throw new IllegalStateException("namesake.wallets.certificate holds none");
            }
            return read.stream().map(X509Certificate.class::cast).toList();
        } catch (GeneralSecurityException malformed) {
            throw new IllegalStateException("namesake.wallets.certificate is none in PEM", malformed);
        } catch (IOException e) {
            throw new UncheckedIOException("namesake.wallets.certificate can't be read", e);
        }
    }

    /** With a certificate of its own that no wallet trusts but one that is told to. */
    static WalletIdentity selfSigned(WalletSettings settings, URI publicUrl, SecureRandom random, Clock clock) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var name = new X500Name("CN=Namesake demo");
            var now = clock.instant();
            var certificate = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(120, random).add(BigInteger.ONE),
                            Date.from(now.minus(LIFE)),
                            Date.from(now.plus(LIFE)),
                            name,
                            pair.getPublic())
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.dNSName, publicUrl.getHost())))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            return WalletIdentity.of(
                    settings.clientId(),
                    publicUrl,
                    (ECPrivateKey) pair.getPrivate(),
                    List.of(new JcaX509CertificateConverter().getCertificate(certificate)));
        } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
            throw new IllegalStateException("A demo's certificate could not be made", impossible);
        }
    }
}
