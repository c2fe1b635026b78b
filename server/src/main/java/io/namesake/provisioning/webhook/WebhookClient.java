package io.namesake.provisioning.webhook;

import io.namesake.net.Exchange;
import io.namesake.net.GuardedHttp;
import io.namesake.net.OutboundRules;
import io.namesake.provisioning.webhook.Attempt.Answered;
import io.namesake.provisioning.webhook.Attempt.Failed;
import io.namesake.provisioning.webhook.Attempt.Failure;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends signed events. What answers is not trusted ({@link GuardedHttp}). */
@Component
class WebhookClient implements DisposableBean {
    /** Read so that the connection can serve again; whoever sends more loses the connection instead. */
    private static final int READ_AT_MOST = 64 * 1024;

    private final GuardedHttp http;
    private final Clock clock;

    WebhookClient(WebhookSettings settings, OutboundRules rules, Clock clock) {
        this.http = new GuardedHttp(rules, settings.connectTimeout(), settings.requestTimeout());
        this.clock = clock;
    }

    /**
     * One attempt to deliver.
     *
     * @param form what the body is
     * @param secrets the endpoint's, the newest first: the event is signed with each
     * @throws InterruptedException when we are told to stop; whether the event arrived is then not known
     */
    Attempt send(URI url, List<WebhookSecret> secrets, EndpointForm form, String eventId, byte[] body)
            throws InterruptedException {
        var at = clock.instant();
        var started = System.nanoTime();
        var outcome = outcome(exchange(url, secrets, form, eventId, body, at, READ_AT_MOST));
        return new Attempt(at, Duration.ofNanos(System.nanoTime() - started), outcome);
    }

    /** The same, for whoever wants to know what exactly was answered. @param readAtMost bytes of the answer's body */
    Exchange ask(URI url, List<WebhookSecret> secrets, String eventId, byte[] body, int readAtMost)
            throws InterruptedException {
        return exchange(url, secrets, EndpointForm.CLOUDEVENTS, eventId, body, clock.instant(), readAtMost);
    }

    private Exchange exchange(
            URI url,
            List<WebhookSecret> secrets,
            EndpointForm form,
            String eventId,
            byte[] body,
            Instant at,
            int readAtMost)
            throws InterruptedException {
        long timestamp = at.getEpochSecond();
        var signatures = secrets.stream()
                .map(secret -> secret.sign(eventId, timestamp, body))
                .collect(Collectors.joining(" "));
        var headers = Map.of(
                "User-Agent",
                "Namesake-Webhooks/1",
                "webhook-id",
                eventId,
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                signatures);
        return http.post(url, form.contentType(), headers, body, readAtMost);
    }

    private static Attempt.Outcome outcome(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered answer ->
                new Answered(
                        answer.status(),
                        answer.header("retry-after").map(WebhookClient::seconds).orElse(Duration.ZERO));
            case Exchange.Failed(Exchange.Failure why) -> new Failed(failure(why));
        };
    }

    static Failure failure(Exchange.Failure why) {
        return switch (why) {
            case HOST_UNKNOWN -> Failure.HOST_UNKNOWN;
            case ADDRESS_NOT_ALLOWED -> Failure.ADDRESS_NOT_ALLOWED;
            case CONNECTION_FAILED -> Failure.CONNECTION_FAILED;
            case TLS_FAILED -> Failure.TLS_FAILED;
            case TIMEOUT -> Failure.TIMEOUT;
            case BROKEN_RESPONSE -> Failure.BROKEN_RESPONSE;
        };
    }

    /** Retry-After in its form of seconds; the other form, a date, depends on two clocks and is left to our own schedule. */
    private static Duration seconds(String retryAfter) {
        return retryAfter.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(retryAfter)) : Duration.ZERO;
    }

    @Override
    public void destroy() {
        http.close();
    }
}
