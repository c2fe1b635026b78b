package io.namesake.provisioning.webhook;

import io.namesake.provisioning.outbox.Share;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are delivered.
 *
 * @param retryDelays how long to wait after the first, second, ... failed attempt; after the last of them one more attempt is
 *     made, and then no more. The default goes on for three days
 * @param connectTimeout how long to wait for a connection
 * @param requestTimeout how long one attempt may take as a whole; Standard Webhooks recommends 15 to 30 s
 * @param pollInterval how often to look for deliveries that became due; new ones are sent at once
 * @param concurrency how many requests may be under way at a time on one server, 1 or more
 * @param concurrencyPerEndpoint how many of all servers' to one endpoint while others wait, so that a slow one does not hold them up, 1 or more;
 *     so many places of each server nobody gets beyond that
 * @param concurrencyPerOperator how many of all servers' to one operator's endpoints while others wait, 1 or more
 */
@ConfigurationProperties("namesake.webhooks")
record WebhookSettings(
        @DefaultValue({"5s", "30s", "2m", "10m", "1h", "3h", "8h", "12h", "24h", "24h"})
        List<Duration> retryDelays,

        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration requestTimeout,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("16") int concurrency,
        @DefaultValue("4") int concurrencyPerEndpoint,
        @DefaultValue("12") int concurrencyPerOperator) {

    WebhookSettings {
        retryDelays = List.copyOf(retryDelays);
        if (concurrency < 1 || concurrencyPerEndpoint < 1 || concurrencyPerOperator < 1) {
            throw new IllegalArgumentException("namesake.webhooks.concurrency* must be 1 or more");
        }
    }

    /** What one endpoint and one operator have while others wait. */
    Share share() {
        return Share.of(concurrency, concurrencyPerEndpoint, concurrencyPerOperator);
    }

    /**
     * How long a delivery belongs to the worker that took it: longer than an attempt takes, with what comes before and after.
     * So long does the network wait for it, at most, when the worker dies.
     */
    Duration lease() {
        return requestTimeout.multipliedBy(2);
    }
}
