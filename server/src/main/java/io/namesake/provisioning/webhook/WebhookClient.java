package io.namesake.provisioning.webhook;

import io.namesake.provisioning.webhook.Attempt.Answered;
import io.namesake.provisioning.webhook.Attempt.Failed;
import io.namesake.provisioning.webhook.Attempt.Failure;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends a signed event. What answers is not trusted: one deadline holds for everything, redirects are not followed, and of the
 * response only its status is looked at.
 */
@Component
class WebhookClient implements DisposableBean {
    /** Read so that the connection can serve again; whoever sends more loses the connection instead. */
    private static final int READ_AT_MOST = 64 * 1024;

    private final HttpClient http;
    private final Duration deadline;
    private final Clock clock;

    WebhookClient(WebhookSettings settings, Clock clock) {
        this.http = HttpClient.newBuilder()
                // Upgrading a cleartext POST to HTTP/2 confuses more receivers than it helps.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.deadline = settings.requestTimeout();
        this.clock = clock;
    }

    /** @throws InterruptedException when we are told to stop; whether the event arrived is then not known */
    Attempt send(URI url, WebhookSecret secret, String eventId, byte[] body) throws InterruptedException {
        var at = clock.instant();
        var started = System.nanoTime();
        var outcome = outcome(request(url, secret, eventId, body, at));
        return new Attempt(at, Duration.ofNanos(System.nanoTime() - started), outcome);
    }

    private static HttpRequest request(URI url, WebhookSecret secret, String eventId, byte[] body, Instant at) {
        long timestamp = at.getEpochSecond();
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Namesake-Webhooks/1")
                .header("webhook-id", eventId)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", secret.sign(eventId, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private Attempt.Outcome outcome(HttpRequest request) throws InterruptedException {
        var answer = new AtomicReference<ResponseInfo>();
        BodyHandler<Void> read = response -> {
            answer.set(response);
            return BodySubscribers.limiting(BodySubscribers.discarding(), READ_AT_MOST);
        };
        var exchange = http.sendAsync(request, read);
        Failure failure;
        try {
            exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            failure = Failure.BROKEN_RESPONSE; // not reached without an answer
        } catch (ExecutionException e) {
            failure = failure(e.getCause());
        } catch (TimeoutException e) {
            failure = Failure.TIMEOUT;
        } finally {
            exchange.cancel(true);
        }
        // The status decides, whatever happened to the rest of the response.
        var response = answer.get();
        return response == null
                ? new Failed(failure)
                : new Answered(
                        response.statusCode(),
                        response.headers()
                                .firstValue("Retry-After")
                                .map(WebhookClient::seconds)
                                .orElse(Duration.ZERO));
    }

    private static Failure failure(Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException e -> Failure.CONNECTION_FAILED;
            case HttpTimeoutException e -> Failure.TIMEOUT;
            case ConnectException e when e.getCause() instanceof UnresolvedAddressException -> Failure.HOST_UNKNOWN;
            case ConnectException e -> Failure.CONNECTION_FAILED;
            case SSLException e -> Failure.TLS_FAILED;
            default -> Failure.BROKEN_RESPONSE;
        };
    }

    /** Retry-After in its form of seconds; the other form, a date, depends on two clocks and is left to our own schedule. */
    private static Duration seconds(String retryAfter) {
        return retryAfter.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(retryAfter)) : Duration.ZERO;
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
