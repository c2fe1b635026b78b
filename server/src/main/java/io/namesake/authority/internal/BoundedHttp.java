package io.namesake.authority.internal;

import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityAnswer.Unavailable.Cause;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One POST with one deadline for everything and a limit on what comes back. Redirects are not followed: a question goes to whom it was meant for. */
final class BoundedHttp implements AutoCloseable {
    /** An answer is a few hundred bytes; MOSIP's e-KYC sends a card along, which is thrown away. */
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final HttpClient http;
    private final Duration deadline;

    BoundedHttp(Duration connectTimeout, Duration deadline, @Nullable SSLContext tls) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        if (tls != null) {
            client.sslContext(tls);
        }
        this.http = client.build();
        this.deadline = deadline;
    }

    /** What came of it. */
    sealed interface Exchange {

        /** An answer. */
        record Answered(HttpResponse<byte[]> response) implements Exchange {

            /** The header's value, or an empty text. */
            String header(String name) {
                return response.headers().firstValue(name).orElse("");
            }
        }

        /** None. */
        record Failed(Unavailable why) implements Exchange {}
    }

    Exchange post(URI url, Map<String, String> headers, byte[] body) throws InterruptedException {
        var request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("User-Agent", "Namesake-Authority/1")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        var exchange = http.sendAsync(
                request.build(), _ -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), LARGEST_ANSWER));
        try {
            return new Exchange.Answered(exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failure) {
            return new Exchange.Failed(Unavailable.because(cause(failure.getCause())));
        } catch (TimeoutException late) {
            return new Exchange.Failed(Unavailable.because(Cause.TIMEOUT));
        } finally {
            exchange.cancel(true);
        }
    }

    /** What an HTTP status other than 200 means, for any authority. */
    static Unavailable failed(Exchange.Answered answered) {
        int status = answered.response().statusCode();
        return switch (status) {
            case 401, 403 -> Unavailable.because(Cause.NOT_ALLOWED);
            case 429, 500, 502, 503, 504 -> new Unavailable(Cause.BUSY, pause(answered.header("Retry-After")));
            default -> Unavailable.because(Cause.BROKEN);
        };
    }

    /** In its form of seconds; the other form, a date, depends on two clocks. Bounded, because it comes from outside. */
    private static Duration pause(String retryAfter) {
        var asked = retryAfter.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(retryAfter)) : Duration.ZERO;
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    private static Cause cause(@Nullable Throwable failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _ -> Cause.CONNECTION;
            case HttpTimeoutException _ -> Cause.TIMEOUT;
            case ConnectException _ -> Cause.CONNECTION;
            case SSLException _ -> Cause.NOT_ALLOWED;
            case null, default -> Cause.BROKEN;
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
