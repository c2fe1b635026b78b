package io.namesake.net;

import io.namesake.net.Exchange.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends JSON to an address that the deployment's configuration names, and that may be anywhere: one deadline holds for everything,
 * what comes back is bounded, and redirects are not followed, since a question goes to whom it was meant for.
 */
public final class BoundedHttp implements AutoCloseable {
    private final HttpClient http;
    private final String userAgent;
    private final Duration deadline;
    private final int largestAnswer;

    /**
     * @param deadline how long a call may take as a whole
     * @param largestAnswer in bytes; whoever sends more has not answered
     * @param tls null for the platform's own
     */
    public BoundedHttp(
            String userAgent, Duration connectTimeout, Duration deadline, int largestAnswer, @Nullable SSLContext tls) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        if (tls != null) {
            client.sslContext(tls);
        }
        this.http = client.build();
        this.userAgent = userAgent;
        this.deadline = deadline;
        this.largestAnswer = largestAnswer;
    }

    /**
     * Sends and waits.
     *
     * @param headers beside those of every request
     * @param body JSON; null for none
     * @throws InterruptedException when the caller is told to stop; whether the request arrived is then not known
     */
    public Exchange call(String method, URI url, Map<String, String> headers, byte @Nullable [] body)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(url)
                .header("Accept", "application/json")
                .header("User-Agent", userAgent)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = WholeExchange.send(
                    http,
                    request.build(),
                    _ -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), largestAnswer),
                    deadline);
            return new Exchange.Answered(answer.statusCode(), first(answer.headers()), answer.body());
        } catch (IOException failure) {
            return new Exchange.Failed(failure(failure));
        }
    }

    private static Map<String, String> first(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().getFirst()));
    }

    private static Failure failure(IOException why) {
        return switch (why) {
            case HttpConnectTimeoutException _ -> Failure.CONNECTION_FAILED;
            case HttpTimeoutException _ -> Failure.TIMEOUT;
            case ConnectException _ -> Failure.CONNECTION_FAILED;
            case SSLException _ -> Failure.TLS_FAILED;
            default -> Failure.BROKEN_RESPONSE;
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
