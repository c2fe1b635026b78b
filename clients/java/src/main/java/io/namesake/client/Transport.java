package io.namesake.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Sends a request and waits for the whole answer, within one deadline and one size. Redirects are not followed. */
final class Transport implements AutoCloseable {
    private final HttpClient http;
    private final URI server;
    private final Duration deadline;
    private final int largestAnswer;
    private final String language;
    private final Consumer<Exchange> listener;

    Transport(
            HttpClient http,
            URI server,
            Duration deadline,
            int largestAnswer,
            String language,
            Consumer<Exchange> listener) {
        this.http = http;
        this.server = server;
        this.deadline = deadline;
        this.largestAnswer = largestAnswer;
        this.language = language;
        this.listener = listener;
    }

    /**
     * The body of a success.
     *
     * @throws NamesakeException for everything else
     */
    byte[] answer(Request request, String bearer) {
        HttpResponse<byte[]> response = send(request, bearer);
        listener.accept(new Exchange(
                request.method(), request.target(), bearer, request.shown(), response.statusCode(), response.body()));
        if (response.statusCode() / 100 != 2) {
            throw ProblemException.of(
                    request.toString(),
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Retry-After"));
        }
        return response.body();
    }

    private HttpResponse<byte[]> send(Request request, String bearer) {
        var prepared = request.to(server).header("Accept-Language", language);
        if (!bearer.isEmpty()) {
            prepared.header("Authorization", "Bearer " + bearer);
        }
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(prepared.build(), head -> new BoundedBody(largestAnswer));
        try {
            return exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof BoundedBody.TooLarge large) {
                    throw new UnreadableAnswerException(request.toString(), large.getMessage(), large);
                }
            }
            throw new UnansweredException(request.toString(), String.valueOf(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new UnansweredException(request.toString(), "not within " + deadline, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnansweredException(request.toString(), "this thread was told to stop", e);
        } finally {
            exchange.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
