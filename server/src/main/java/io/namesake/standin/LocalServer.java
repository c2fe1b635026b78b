package io.namesake.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;

/** An HTTP server in the clear, on this machine only. */
public final class LocalServer implements AutoCloseable {
    private final HttpServer server;

    private LocalServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param port 0 for any that is free
     * @param handlers by the beginnings of the paths that they answer
     * @throws IOException when the port cannot be had
     */
    public static LocalServer start(int port, Map<String, HttpHandler> handlers) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        handlers.forEach(server::createContext);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new LocalServer(server);
    }

    /** Where it listens, without a path. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers with a whole body. */
    public static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
