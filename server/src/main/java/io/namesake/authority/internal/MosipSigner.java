package io.namesake.authority.internal;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Collections;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;

/** A certificate that MOSIP knows us or our device by, and its RSA key. */
record MosipSigner(X509Certificate certificate, PrivateKey key) {

    /**
     * @param setting its name below {@code namesake.authority.mosip}, for messages
     * @param bundle a bundle of {@code spring.ssl.bundle}
     * @throws IllegalArgumentException when there is no such bundle, or it has no RSA key with a certificate
     */
    static MosipSigner of(String setting, String bundle, SslBundles bundles) {
        var name = "namesake.authority.mosip." + setting;
        try {
            var opened = bundles.getBundle(bundle);
            var store = opened.getStores().getKeyStore();
            if (store == null) {
                throw new IllegalArgumentException(name + " has no key");
            }
            var password = opened.getKey().getPassword() != null
                    ? opened.getKey().getPassword()
                    : opened.getStores().getKeyStorePassword();
            for (var alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)
                        && store.getKey(alias, password == null ? null : password.toCharArray())
                                instanceof PrivateKey key
                        && store.getCertificate(alias) instanceof X509Certificate certificate
                        && certificate.getPublicKey() instanceof RSAPublicKey) {
                    return new MosipSigner(certificate, key);
                }
            }
        } catch (NoSuchSslBundleException unknown) {
            throw new IllegalArgumentException(name + " names no bundle of spring.ssl.bundle: " + bundle, unknown);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(name + " cannot be opened", unreadable);
        }
        throw new IllegalArgumentException(name + " has no RSA key with a certificate");
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "MosipSigner[...]";
    }
}
