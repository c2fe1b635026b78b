package io.namesake.access.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/**
 * The authorities that may vouch for a program's certificate (RFC 5280, clause 6). Revocation is not asked for: a program that must be shut out is
 * disabled here, at once.
 */
@Component
public class Authorities {
    private static final String FOR_CLIENTS = "1.3.6.1.5.5.7.3.2";
    private static final String FOR_ANYTHING = "2.5.29.37.0";

    private final MutualTlsSettings settings;
    private final SslBundles bundles;
    private final Clock clock;

    Authorities(MutualTlsSettings settings, SslBundles bundles, Clock clock) {
        this.settings = settings;
        this.bundles = bundles;
        this.clock = clock;
    }

    /** Whether the configuration names any. */
    public boolean exist() {
        return settings.authorities() != null;
    }

    /** Whether one of them issued the certificate, by those that were sent along, for a client and for now. */
    public boolean vouchFor(ClientCertificate certificate) {
        if (settings.authorities() == null) {
            return false;
        }
        try {
            var wanted = new X509CertSelector();
            wanted.setCertificate(certificate.own());
            var rules = new PKIXBuilderParameters(trusted(settings.authorities()), wanted);
            rules.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificate.chain())));
            rules.setDate(Date.from(clock.instant()));
            rules.setRevocationEnabled(false);
            CertPathBuilder.getInstance("PKIX").build(rules);
            return isForClients(certificate.own());
        } catch (CertPathBuilderException | CertificateParsingException notTheirs) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authorities of namesake.mutual-tls cannot be used", e);
        }
    }

    private KeyStore trusted(String bundle) {
        var store = bundles.getBundle(bundle).getStores().getTrustStore();
        if (store == null) {
            throw new IllegalStateException("The SSL bundle " + bundle + " has no trust store");
        }
        return store;
    }

    private static boolean isForClients(X509Certificate certificate) throws CertificateParsingException {
        var purposes = certificate.getExtendedKeyUsage();
        return purposes == null || purposes.contains(FOR_CLIENTS) || purposes.contains(FOR_ANYTHING);
    }
}
