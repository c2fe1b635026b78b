package io.namesake.access.limits;

import io.namesake.net.AddressBlock;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.stereotype.Component;

/**
 * Has {@code X-Forwarded-For} believed of the proxies that the configuration names, and of nobody else. Spring Boot's own choice is every
 * private address: whoever comes from one could say that they come from anywhere. Unordered, and so after Spring Boot's customizer.
 */
@Component
@EnableConfigurationProperties(ProxySettings.class)
class BelievedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String WHAT_TO_DO =
            "set SERVER_FORWARD_HEADERS_STRATEGY to NATIVE, and NAMESAKE_PROXIES to the addresses of the proxies in front of this"
                    + " server, such as 10.0.0.8 or 10.0.0.8/30, with commas between";

    private final List<AddressBlock> proxies;
    private final ServerProperties server;

    BelievedProxies(ProxySettings settings, ServerProperties server) {
        this.proxies =
                settings.proxies().stream().map(AddressBlock::parseOrAddress).toList();
        this.server = server;
    }

    /** @throws IllegalStateException when everybody would be believed, or everybody with a private address */
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (server.getForwardHeadersStrategy() == ForwardHeadersStrategy.FRAMEWORK) {
            throw new IllegalStateException(
                    "With SERVER_FORWARD_HEADERS_STRATEGY=FRAMEWORK everybody can choose their address: " + WHAT_TO_DO);
        }
        var forwarded = factory.getEngineValves().stream()
                .filter(RemoteIpValve.class::isInstance)
                .map(RemoteIpValve.class::cast)
                .toList();
        if (forwarded.isEmpty()) {
            factory.addEngineValves(new UnbelievedProxyValve(WHAT_TO_DO));
        } else if (proxies.isEmpty()) {
            throw new IllegalStateException("It is not said whose X-Forwarded-For is to be believed: " + WHAT_TO_DO);
        }
        var named = proxies.stream().map(BelievedProxies::written).collect(Collectors.joining(","));
        forwarded.forEach(valve -> valve.setInternalProxies(named));
    }

    private static String written(AddressBlock block) {
        return block.first().getHostAddress() + "/" + block.bits();
    }
}
