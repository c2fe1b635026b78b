package io.namesake.access.certificate;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets TLS finish with whatever certificate a caller shows: the handshake proves that they have its key, and nothing more is believed of
 * it. What it opens is decided by {@link ClientCertificates}' readers; a certificate that nobody registered opens nothing. It must never stand where
 * certificates are trusted because TLS took them, and takes no server's at all.
 */
public final class AnyCertificate extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        // See above.
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        // See above.
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        // See above.
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw neverAServer();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw neverAServer();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw neverAServer();
    }

    /** None is named, so that callers show what they have. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private static CertificateException neverAServer() {
        return new CertificateException("This is for callers of this server alone");
    }
}
