package io.namesake.access.limits;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands in front of this server.
 *
 * @param proxies addresses, or blocks of them such as {@code 10.0.0.8/30}, of proxies whose {@code X-Forwarded-For} is believed where
 *     {@code server.forward-headers-strategy} is {@code native}; nobody else is believed
 */
@ConfigurationProperties("namesake")
record ProxySettings(@DefaultValue List<String> proxies) {

    ProxySettings {
        proxies = List.copyOf(proxies);
    }
}
