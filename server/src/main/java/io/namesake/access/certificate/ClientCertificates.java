package io.namesake.access.certificate;

import io.namesake.net.AddressBlock;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The certificate with which a request came. Of a proxy that the configuration names, only what it says in {@code Client-Cert} counts, since
 * the connection is its own; of everybody else only the connection, whatever they say.
 */
@Component
@EnableConfigurationProperties(MutualTlsSettings.class)
public class ClientCertificates {
    /** Jakarta Servlet 6.1, clause 3.10. */
    private static final String OF_THE_CONNECTION = "jakarta.servlet.request.X509Certificate";

    private static final String NONE = "none";

    private final MutualTlsSettings settings;
    private final List<AddressBlock> proxies;
    private final boolean atTheMainDoor;

    /** @param mainDoor whether the server's own port asks for certificates, too */
    ClientCertificates(MutualTlsSettings settings, @Value("${server.ssl.client-auth:none}") String mainDoor) {
        this.settings = settings;
        this.proxies =
                settings.proxies().stream().map(AddressBlock::parseOrAddress).toList();
        this.atTheMainDoor = !NONE.equalsIgnoreCase(mainDoor);
    }

    /** Whether programs can come with a certificate at all. */
    public boolean areSeen() {
        return atTheMainDoor || settings.port() != null || !proxies.isEmpty();
    }

    /** Empty when the caller showed none. */
    public Optional<ClientCertificate> of(HttpServletRequest request) {
        return isOfAProxy(request) ? CertificateHeader.read(request) : ofTheConnection(request);
    }

    private boolean isOfAProxy(HttpServletRequest request) {
        return !proxies.isEmpty()
                && PeerValve.of(request)
                        .filter(peer -> proxies.stream().anyMatch(block -> block.contains(peer)))
                        .isPresent();
    }

    private static Optional<ClientCertificate> ofTheConnection(HttpServletRequest request) {
        return request.getAttribute(OF_THE_CONNECTION) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(new ClientCertificate(List.of(chain)))
                : Optional.empty();
    }
}
