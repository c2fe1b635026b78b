package io.namesake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server that answers everybody with the head of an answer, and sends nothing of the body that it has promised. */
public final class FallsSilent implements AutoCloseable {
    private static final byte[] HEAD =
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    /** Open until a caller has closed its connection. */
    public final CountDownLatch hungUp = new CountDownLatch(1);

    public FallsSilent() throws IOException {
        Thread.startVirtualThread(this::answer);
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getLocalPort() + "/");
    }

    private void answer() {
        try {
            while (true) {
                var caller = server.accept();
                callers.add(caller);
                Thread.startVirtualThread(() -> answer(caller));
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            caller.getInputStream().read();
            caller.getOutputStream().write(HEAD);
            caller.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException reset) {
            // As good as hung up.
        }
        hungUp.countDown();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var caller : callers) {
            caller.close();
        }
    }
}
