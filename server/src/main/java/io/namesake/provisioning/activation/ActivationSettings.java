package io.namesake.provisioning.activation;

import io.namesake.provisioning.outbox.Share;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The activation servers, and how they are told.
 *
 * @param servers one for an operator at most; operators without one are told nothing
 * @param retryDelays how long to wait after the first, second, ... failed attempt; after the last of them one more attempt is made,
 *     and then no more
 * @param connectTimeout how long to wait for a connection
 * @param requestTimeout how long one request may take as a whole; an attempt makes two
 * @param pollInterval how often to look for what became due; changes are told at once
 * @param concurrency how many attempts may be under way at a time on one server of ours, 1 or more
 * @param concurrencyPerServer how many of all our servers' to one activation server while others wait, so that one that is silent does not hold
 *     them up, 1 or more; so many places of each of our servers nobody gets beyond that
 */
@ConfigurationProperties("namesake.activation")
record ActivationSettings(
        @DefaultValue List<Server> servers,

        @DefaultValue({"5s", "30s", "2m", "10m", "1h", "3h", "8h", "12h", "24h", "24h"})
        List<Duration> retryDelays,

        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("8") int concurrency,
        @DefaultValue("4") int concurrencyPerServer) {

    ActivationSettings {
        servers = List.copyOf(servers);
        retryDelays = List.copyOf(retryDelays);
        if (concurrency < 1 || concurrencyPerServer < 1) {
            throw new IllegalArgumentException("namesake.activation.concurrency* must be 1 or more");
        }
        if (servers.stream().map(Server::operator).distinct().count() != servers.size()) {
            throw new IllegalArgumentException("namesake.activation.servers has more than one of an operator");
        }
    }

    /**
     * An activation server, which the deployment's own configuration names, so that it is trusted like other such addresses.
     *
     * @param operator its name
     * @param url with TMF640's base path, such as {@code https://hlr.example.net/tmf-api/ServiceActivationAndConfiguration/v4}
     * @param token sent as a bearer token; empty for none
     */
    record Server(
            String operator, URI url, @DefaultValue("") String token) {
        Server {
            if (url.getScheme() == null || !url.getScheme().matches("https?") || url.getHost() == null) {
                throw new IllegalArgumentException("namesake.activation.servers: the url of " + operator + " is none");
            }
        }

        URI at(String path) {
            return URI.create(url.toString().replaceFirst("/+$", "") + path);
        }

        /** Without the token, since records end up in logs. */
        @Override
        public String toString() {
            return "Server[" + operator + ", " + url + "]";
        }
    }

    Optional<Server> of(String operator) {
        return servers.stream()
                .filter(server -> server.operator().equals(operator))
                .findFirst();
    }

    /** What one activation server, which is an operator's only one, has while others wait. */
    Share share() {
        return Share.of(concurrency, concurrencyPerServer, concurrencyPerServer);
    }

    /** How long a line belongs to the worker that took it: twice what an attempt takes. */
    Duration lease() {
        return requestTimeout.multipliedBy(4);
    }

    @Override
    public String toString() {
        return servers.stream().map(Server::toString).collect(Collectors.joining(", ", "ActivationSettings[", "]"));
    }
}
