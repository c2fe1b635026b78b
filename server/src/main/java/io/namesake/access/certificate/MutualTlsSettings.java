package io.namesake.access.certificate;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How programs come with certificates ({@code namesake.mutual-tls}). With nothing set, none is looked at but what the server's own port asks for.
 *
 * @param port a door of their own that asks for certificates, so that the port of people's browsers need not: 1 to 65535, 0 for any
 *     that is free; null for none
 * @param bundle the SSL bundle with that door's key and certificate; needed with {@code port}
 * @param authorities the SSL bundle whose trust store holds the authorities that may vouch for a program ({@code tls_client_auth}); null
 *     when programs are known by their certificates' thumbprints alone
 * @param publicUrl how programs reach that door, such as {@code https://programs.telecom.example}; null when it is not told
 * @param proxies addresses, or blocks of them such as {@code 10.0.0.8/32}, of proxies that end TLS before this server and say in
 *     {@code Client-Cert} (RFC 9440) who came; nobody else is believed
 */
@ConfigurationProperties("namesake.mutual-tls")
public record MutualTlsSettings(
        @Nullable Integer port,
        @Nullable String bundle,
        @Nullable String authorities,
        @Nullable URI publicUrl,
        @DefaultValue List<String> proxies) {
    private static final int HIGHEST_PORT = 65_535;

    public MutualTlsSettings {
        proxies = List.copyOf(proxies);
        if (port != null && (port < 0 || port > HIGHEST_PORT || bundle == null)) {
            throw new IllegalArgumentException(
                    "namesake.mutual-tls.port must be 0 to 65535, and needs namesake.mutual-tls.bundle");
        }
    }
}
