package io.namesake.net;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where addresses that operators give may lead.
 *
 * @param allowedNetworks blocks of addresses that may be called although they are not public, and without TLS, such as
 *     {@code 10.20.0.0/16} for the operator's own network; none by default
 */
@ConfigurationProperties("namesake.outbound")
public record OutboundSettings(@DefaultValue List<String> allowedNetworks) {

    public OutboundSettings {
        allowedNetworks = List.copyOf(allowedNetworks);
    }
}
