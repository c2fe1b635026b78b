package io.namesake.access.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a proxy says about whom it ended TLS with (RFC 9440): {@code Client-Cert}, and {@code Client-Cert-Chain} where it is told to send it.
 * Only to be read from a proxy that is believed.
 */
final class CertificateHeader {
    private static final String OWN = "Client-Cert";
    private static final String CHAIN = "Client-Cert-Chain";
    /** Characters of one certificate; the server takes no more than 16 KiB of headers anyway. */
    private static final int LONGEST = 12 * 1024;

    private static final int MOST = 6;

    private CertificateHeader() {}

    /** Empty when the proxy names nobody, or is not understood: more than one, or none at all that can be read. */
    static Optional<ClientCertificate> read(HttpServletRequest request) {
        var own = Collections.list(request.getHeaders(OWN));
        if (own.size() != 1) {
            return Optional.empty();
        }
        try {
            var chain = new ArrayList<X509Certificate>();
            chain.add(certificate(own.getFirst()));
            for (var further : further(request)) {
                chain.add(certificate(further));
            }
            return Optional.of(new ClientCertificate(chain));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static List<String> further(HttpServletRequest request) {
        var lines = Collections.list(request.getHeaders(CHAIN));
        if (lines.isEmpty()) {
            return List.of();
        }
        var members = Arrays.asList(String.join(",", lines).split(",", -1));
        if (members.size() > MOST) {
            throw new IllegalArgumentException("Too long a chain");
        }
        return members;
    }

    /** A byte sequence of RFC 9651, clause 3.3.5: base64 between colons, without parameters. */
    private static X509Certificate certificate(String item) throws CertificateException {
        var text = item.strip();
        if (text.length() < 2 || text.length() > LONGEST || !text.startsWith(":") || !text.endsWith(":")) {
            throw new IllegalArgumentException("No byte sequence");
        }
        var der = Base64.getDecoder().decode(text.substring(1, text.length() - 1));
        var read = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        // The platform also reads other forms, and leaves alone what comes after.
        if (!(read instanceof X509Certificate certificate) || !Arrays.equals(der, certificate.getEncoded())) {
            throw new IllegalArgumentException("No single certificate in DER");
        }
        return certificate;
    }
}
