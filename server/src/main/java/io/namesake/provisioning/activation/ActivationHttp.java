package io.namesake.provisioning.activation;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** One request with one deadline for everything and a limit on what comes back. Redirects are not followed. */
@Component
class ActivationHttp implements DisposableBean {
    private static final int LARGEST_ANSWER = 256 * 1024;

    private final HttpClient http;
    private final Duration deadline;

    ActivationHttp(ActivationSettings settings) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.deadline = settings.requestTimeout();
    }

    /** What came of it. */
    sealed interface Answer {
        /** @param body at most 256 KiB */
        record Answered(int status, byte[] body) implements Answer {}

        /** @param why in a word: timeout, unreachable, tls-failed, broken */
        record None(String why) implements Answer {}
    }

    /** @param body JSON; null for none */
    Answer call(String method, URI url, String token, byte @Nullable [] body) throws InterruptedException {
        var request = HttpRequest.newBuilder(url)
                .header("Accept", "application/json")
                .header("User-Agent", "Namesake-Activation/1")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var exchange = http.sendAsync(
                request.build(), _ -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), LARGEST_ANSWER));
        try {
            HttpResponse<byte[]> response = exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer.Answered(response.statusCode(), response.body());
        } catch (ExecutionException failure) {
            return new Answer.None(why(failure.getCause()));
        } catch (TimeoutException late) {
            return new Answer.None("timeout");
        } finally {
            exchange.cancel(true);
        }
    }

    private static String why(@Nullable Throwable failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _ -> "unreachable";
            case HttpTimeoutException _ -> "timeout";
            case ConnectException _ -> "unreachable";
            case SSLException _ -> "tls-failed";
            case null, default -> "broken";
        };
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
