package io.namesake.cli;

import io.namesake.NamesakeServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The server inside of this process. */
final class Server implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> ended.countDown());
    }

    /**
     * Starts the server and returns when it answers.
     *
     * @param settings what wins over the environment
     * @throws CommandFailure when something that it needs is missing or taken
     */
    static Server start(Map<String, Object> settings) {
        try {
            return new Server(NamesakeServer.start(settings));
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
    }

    /** Finds out before a slow start what would end it. */
    static void requireFree(int port, String another) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new CommandFailure(
                    Exit.UNAVAILABLE,
                    "Port " + port + " can't be used: " + taken.getMessage()
                            + ".\nStop what uses it, or take another port:  " + another);
        }
    }

    /** What the server itself listens on. */
    String address() {
        return context.getEnvironment().getProperty("namesake.public-url");
    }

    /** Waits until the server is stopped, which Ctrl-C or SIGTERM does. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    private static CommandFailure explained(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof PortInUseException)) {
            cause = cause.getCause();
        }
        return new CommandFailure(Exit.UNAVAILABLE, "The server could not start: " + cause.getMessage());
    }

    @Override
    public void close() {
        context.close();
    }
}
