package io.namesake.remediation.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told. With nothing set, every notice is a letter that the operator fetches and posts.
 *
 * @param retryDelays how long to wait after the first, second, ... failed attempt; after the last no more is made
 * @param gateway the operator's gateway for messages; null for none
 * @param smtp a mail server; null for none
 */
@ConfigurationProperties("namesake.notices")
record NoticeSettings(
        @DefaultValue({"1m", "5m", "30m", "2h", "8h", "24h"})
        List<Duration> retryDelays,

        @Nullable Gateway gateway,
        @Nullable Smtp smtp) {

    NoticeSettings {
        retryDelays = List.copyOf(retryDelays);
    }

    /**
     * A gateway.
     *
     * @param url http or https
     * @param secret {@code whsec_} and the base64 of 24 to 64 bytes
     * @param channels what it carries: SMS, EMAIL
     * @param timeout for one attempt as a whole
     */
    record Gateway(
            URI url,
            String secret,
            @DefaultValue("SMS") Set<Channel> channels,
            @DefaultValue("15s") Duration timeout) {
        private static final String PREFIX = "whsec_";

        Gateway {
            channels = Set.copyOf(channels);
            if (channels.contains(Channel.LETTER)) {
                throw new IllegalArgumentException("namesake.notices.gateway.channels may hold SMS and EMAIL");
            }
            if (!secret.startsWith(PREFIX) || keyOf(secret).length < 24) {
                throw new IllegalArgumentException(
                        "namesake.notices.gateway.secret must be whsec_ and the base64 of 24 to 64 bytes");
            }
        }

        byte[] key() {
            return keyOf(secret);
        }

        private static byte[] keyOf(String secret) {
            return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        }

        /** Without the secret, since records end up in logs. */
        @Override
        public String toString() {
            return "Gateway[" + url.getHost() + "]";
        }
    }

    /**
     * A mail server.
     *
     * @param user null where it asks for none
     * @param startTls whether to insist on TLS (RFC 3207); off only for a server on the same machine
     */
    record Smtp(
            String host,
            @DefaultValue("587") int port,
            @Nullable String user,
            @Nullable String password,
            String from,
            @DefaultValue("true") boolean startTls,
            @DefaultValue("15s") Duration timeout) {

        /** Without the password, since records end up in logs. */
        @Override
        public String toString() {
            return "Smtp[" + host + "]";
        }
    }
}
