package io.namesake.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * POSTs to an address that somebody else gave, or fetches from it. What answers is not trusted: one deadline holds for everything, redirects are not
 * followed, names and sizes of headers are bounded, and of the body no more is read than was asked for.
 */
public final class GuardedHttp implements AutoCloseable {
    private final CloseableHttpClient overTls;
    private final CloseableHttpClient plain;
    private final Duration deadline;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param connectTimeout how long to wait for a connection
     * @param deadline how long a call may take as a whole
     */
    public GuardedHttp(OutboundRules rules, Duration connectTimeout, Duration deadline) {
        this(rules, InetAddress::getAllByName, connectTimeout, deadline);
    }

    GuardedHttp(OutboundRules rules, Resolver.Names names, Duration connectTimeout, Duration deadline) {
        this.overTls = Clients.make(new Resolver(rules, names, true), connectTimeout, deadline);
        this.plain = Clients.make(new Resolver(rules, names, false), connectTimeout, deadline);
        this.deadline = deadline;
    }

    /**
     * Sends and waits.
     *
     * @param url absolute, http or https
     * @param headers beside those of every request; {@code Content-Type} is the body's
     * @param readAtMost how many bytes of the answer's body; whoever sends more loses the connection
     * @throws InterruptedException when the caller is told to stop; whether the request arrived is then not known
     */
    public Exchange post(URI url, ContentType type, Map<String, String> headers, byte[] body, int readAtMost)
            throws InterruptedException {
        var request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, type));
        return exchange(url, request, readAtMost);
    }

    /**
     * Fetches and waits.
     *
     * @param url absolute, http or https
     * @param headers beside those of every request
     * @param readAtMost how many bytes of the answer's body; whoever sends more loses the connection
     * @throws InterruptedException when the caller is told to stop
     */
    public Exchange get(URI url, Map<String, String> headers, int readAtMost) throws InterruptedException {
        var request = new HttpGet(url);
        headers.forEach(request::setHeader);
        return exchange(url, request, readAtMost);
    }

    private Exchange exchange(URI url, HttpUriRequestBase request, int readAtMost) throws InterruptedException {
        var answer = new AtomicReference<Exchange.@Nullable Answered>();
        var call = threads.submit(() -> {
            call(OutboundRules.isTls(url) ? overTls : plain, request, readAtMost, answer);
            return null;
        });
        Exchange.Failure failure;
        try {
            call.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            failure = Exchange.Failure.BROKEN_RESPONSE; // not reached without an answer
        } catch (ExecutionException e) {
            failure = failure(e.getCause());
        } catch (TimeoutException e) {
            failure = Exchange.Failure.TIMEOUT;
        } finally {
            // Closes the connection where it is still in use, whatever waits on it.
            request.abort();
        }
        // The status decides, whatever happened to the rest of the response.
        var known = answer.get();
        return known == null ? new Exchange.Failed(failure) : known;
    }

    private static void call(
            CloseableHttpClient client,
            HttpUriRequestBase request,
            int readAtMost,
            AtomicReference<Exchange.@Nullable Answered> answer)
            throws IOException {
        try (var response = client.executeOpen(null, request, null)) {
            var headers = headers(response);
            answer.set(new Exchange.Answered(response.getCode(), headers, new byte[0]));
            var beginning = beginning(response, readAtMost);
            if (beginning.length > readAtMost) {
                request.abort(); // otherwise closing the response would read the rest of it
            }
            answer.set(new Exchange.Answered(
                    response.getCode(), headers, Arrays.copyOf(beginning, Math.min(beginning.length, readAtMost))));
        }
    }

    /** One byte more than was asked for tells that there is more. */
    private static byte[] beginning(ClassicHttpResponse response, int most) throws IOException {
        var entity = response.getEntity();
        if (entity == null || entity.getContent() == null) {
            return new byte[0];
        }
        var beginning = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        var content = entity.getContent();
        while (beginning.size() <= most) {
            int count = content.read(buffer, 0, Math.min(buffer.length, most + 1 - beginning.size()));
            if (count < 0) {
                break;
            }
            beginning.write(buffer, 0, count);
        }
        return beginning.toByteArray();
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        var headers = new HashMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }

    private static Exchange.Failure failure(@Nullable Throwable cause) {
        return switch (cause) {
            case Resolver.NotAllowed _ -> Exchange.Failure.ADDRESS_NOT_ALLOWED;
            case UnknownHostException _ -> Exchange.Failure.HOST_UNKNOWN;
            case ConnectTimeoutException _ -> Exchange.Failure.CONNECTION_FAILED;
            case SocketTimeoutException _ -> Exchange.Failure.TIMEOUT;
            case ConnectException _ -> Exchange.Failure.CONNECTION_FAILED;
            case NoRouteToHostException _ -> Exchange.Failure.CONNECTION_FAILED;
            case SSLException _ -> Exchange.Failure.TLS_FAILED;
            case null, default -> Exchange.Failure.BROKEN_RESPONSE;
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
        Clients.close(overTls);
        Clients.close(plain);
    }
}
