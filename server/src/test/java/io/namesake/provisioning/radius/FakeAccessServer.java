package io.namesake.provisioning.radius;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Keeps every request that comes and answers as it is told to. That a true one understands us, the e2e tests show. */
final class FakeAccessServer implements AutoCloseable {
    static final String SECRET = "a-long-random-secret";

    /** How it answers. */
    enum Manner {
        ACK,
        NO_SUCH_SESSION,
        NAK,
        /** Knows how to end sessions and not how to change them. */
        NAK_TO_COA,
        SILENT,
        /** With a secret that is not ours, and rightly after that. */
        FORGED_THEN_ACK,
        FORGED
    }

    private final DatagramSocket socket;
    private final List<byte[]> requests = new CopyOnWriteArrayList<>();
    private volatile Manner manner = Manner.ACK;

    FakeAccessServer() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    void answers(Manner next) {
        manner = next;
    }

    InetAddress address() {
        return socket.getLocalAddress();
    }

    int port() {
        return socket.getLocalPort();
    }

    List<byte[]> requests() {
        return List.copyOf(requests);
    }

    /** Waits until so many have come. */
    List<byte[]> awaitRequests(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> requests.size() >= count);
        return requests();
    }

    private void serve() {
        try {
            while (true) {
                var buffer = new DatagramPacket(new byte[4096], 4096);
                socket.receive(buffer);
                var request = Arrays.copyOf(buffer.getData(), buffer.getLength());
                requests.add(request);
                for (var answer : answers(request)) {
                    socket.send(new DatagramPacket(answer, answer.length, buffer.getSocketAddress()));
                }
            }
        } catch (SocketException e) {
            // Closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<byte[]> answers(byte[] request) {
        int code = request[0];
        var ours = SharedSecret.of(SECRET.getBytes());
        var ack = answer(request, code + 1, new byte[0], ours, true);
        var forged = answer(request, code + 1, new byte[0], SharedSecret.of("none-of-our-secrets".getBytes()), true);
        return switch (manner) {
            case ACK -> List.of(ack);
            case NO_SUCH_SESSION -> List.of(answer(request, code + 2, errorCause(503), ours, true));
            case NAK -> List.of(answer(request, code + 2, errorCause(506), ours, true));
            case NAK_TO_COA -> List.of(code == 43 ? answer(request, code + 2, errorCause(405), ours, true) : ack);
            case SILENT -> List.of();
            case FORGED_THEN_ACK -> List.of(forged, ack);
            case FORGED -> List.of(forged);
        };
    }

    static byte[] errorCause(int cause) {
        return RadiusAttribute.encoded(101, ByteBuffer.allocate(4).putInt(cause).array());
    }

    /** An answer by RFC 2865, section 3, and RFC 5176, section 3.4, to a request as it came. */
    static byte[] answer(byte[] request, int code, byte[] attributes, SharedSecret secret, boolean authenticated) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(attributes);
        if (authenticated) {
            body.writeBytes(RadiusAttribute.encoded(80, new byte[16]));
        }
        var answer = ByteBuffer.allocate(20 + body.size())
                .put((byte) code)
                .put(request[1])
                .putShort((short) (20 + body.size()))
                .put(request, 4, 16)
                .put(body.toByteArray())
                .array();
        if (authenticated) {
            System.arraycopy(secret.hmacMd5(answer), 0, answer, answer.length - 16, 16);
        }
        System.arraycopy(secret.md5(answer), 0, answer, 4, 16);
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
