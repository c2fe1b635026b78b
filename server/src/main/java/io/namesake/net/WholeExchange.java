package io.namesake.net;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call with the platform's client under one deadline for everything. What {@link HttpRequest.Builder#timeout} sets is over once
 * the head of an answer is there: whoever sends that and no body would be waited for without end.
 */
public final class WholeExchange {

    private WholeExchange() {}

    /**
     * Sends and waits.
     *
     * @param deadline how long it may take as a whole, to the last byte that {@code body} reads
     * @throws HttpTimeoutException when that is over
     * @throws IOException when there is no answer for another reason
     * @throws InterruptedException when the caller is told to stop; whether the request arrived is then not known
     */
    public static <T> HttpResponse<T> send(HttpClient http, HttpRequest request, BodyHandler<T> body, Duration deadline)
            throws IOException, InterruptedException {
        var exchange = http.sendAsync(request, body);
        try {
            return exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException why ? why : new IOException(failure.getCause());
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("no whole answer in time");
        } finally {
            // Closes the connection where it is still in use.
            exchange.cancel(true);
        }
    }
}
