package io.namesake.access.certificate;

import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ProtocolHandler;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Opens the port that asks callers for a certificate, where one is configured. It is a port of its own because browsers ask people which
 * certificate to show wherever a server wants one (RFC 8705, clause 5). Whoever shows none is served there, too.
 */
@Component
class CertificateDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final MutualTlsSettings settings;
    private final SslBundles bundles;

    CertificateDoor(MutualTlsSettings settings, SslBundles bundles) {
        this.settings = settings;
        this.bundles = bundles;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (!settings.proxies().isEmpty()) {
            factory.addEngineValves(new PeerValve());
        }
        if (settings.port() != null && settings.bundle() != null) {
            var connector = connector(settings.port(), settings.bundle());
            likeTheMainDoor(factory, connector);
            factory.addAdditionalConnectors(connector);
        }
    }

    private Connector connector(int port, String bundle) {
        var connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        // A port that is taken stops the start, as the main one does.
        connector.setThrowOnFailure(true);
        new SslConnectorCustomizer(LogFactory.getLog(CertificateDoor.class), connector, Ssl.ClientAuth.WANT)
                .customize(bundles.getBundle(bundle), Map.of());
        for (var host : connector.findSslHostConfigs()) {
            host.setTrustManagerClassName(AnyCertificate.class.getName());
        }
        return connector;
    }

    /** The same address, bounds and threads; Spring Boot gives them to the first port alone. */
    @SuppressWarnings("unchecked")
    private static void likeTheMainDoor(TomcatServletWebServerFactory factory, Connector connector) {
        if (factory.getAddress() != null && connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(factory.getAddress());
        }
        factory.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));
        factory.getProtocolHandlerCustomizers()
                .forEach(customizer -> ((TomcatProtocolHandlerCustomizer<ProtocolHandler>) customizer)
                        .customize(connector.getProtocolHandler()));
    }
}
