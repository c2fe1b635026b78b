package io.namesake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever publishes issuers' status lists, on this machine. */
public final class PublishedLists implements AutoCloseable {
    private record Published(int status, Map<String, String> headers, byte[] body) {}

    private final HttpServer server;
    private final Map<String, Published> pages = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private volatile Map<String, List<String>> lastHeaders = Map.of();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private PublishedLists(HttpServer server) {
        this.server = server;
    }

    public static PublishedLists start() throws IOException {
        var lists =
                new PublishedLists(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0));
        lists.server.createContext("/", lists::answer);
        lists.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        lists.server.start();
        return lists;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            requests.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
            lastHeaders = Map.copyOf(exchange.getRequestHeaders());
            gate.await();
            var page = pages.getOrDefault(path, new Published(404, Map.of(), new byte[0]));
            page.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(page.status(), page.body().length == 0 ? -1 : page.body().length);
            exchange.getResponseBody().write(page.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** A JWT or a CWT, in place of what was there. */
    public void publish(String path, byte[] token) {
        boolean jwt = token.length > 0 && token[0] == 'e';
        publishAs(path, jwt ? "application/statuslist+jwt" : "application/statuslist+cwt", token);
    }

    public void publishAs(String path, String type, byte[] token) {
        pages.put(path, new Published(200, Map.of("Content-Type", type), token));
    }

    public void redirect(String path, String to) {
        pages.put(path, new Published(302, Map.of("Location", to), new byte[0]));
    }

    /** Lets nobody have an answer until it is counted down. */
    public CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    public int requests(String path) {
        var count = requests.get(path);
        return count == null ? 0 : count.get();
    }

    public Map<String, List<String>> lastHeaders() {
        return lastHeaders;
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
    }
}
