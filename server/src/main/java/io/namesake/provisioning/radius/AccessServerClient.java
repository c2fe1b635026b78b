package io.namesake.provisioning.radius;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends a request and waits for its answer, over UDP. The same packet is sent again where none comes, as RFC 5176, section 2.3,
 * asks; each request has a port of its own, and packets from elsewhere do not reach it.
 */
@Component
class AccessServerClient {
    private static final int LONGEST = 4096;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Duration timeout;
    private final int transmissions;

    AccessServerClient(RadiusSettings settings) {
        timeout = settings.answerTimeout();
        transmissions = settings.transmissions();
    }

    ChangeAnswer send(InetSocketAddress server, ChangeRequest request) {
        var packet = request.bytes();
        boolean unreachable = false;
        try (var socket = new DatagramSocket()) {
            socket.connect(server);
            for (int sent = 0; sent < transmissions; sent++) {
                try {
                    socket.send(new DatagramPacket(packet, packet.length));
                    var answer = await(socket, request);
                    if (answer != null) {
                        return answer;
                    }
                } catch (PortUnreachableException e) {
                    // It may be restarting.
                    unreachable = true;
                }
            }
        } catch (IOException e) {
            unreachable = true;
        }
        return new ChangeAnswer.Unanswered(unreachable ? ChangeAnswer.Reason.UNREACHABLE : ChangeAnswer.Reason.TIMEOUT);
    }

    /** Lets pass what is no answer to it: a forged one must not end the wait for the true one. */
    private @Nullable ChangeAnswer await(DatagramSocket socket, ChangeRequest request) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toNanos(); left > 0; left = end - System.nanoTime()) {
            socket.setSoTimeout((int) Math.max(1, left / NANOS_PER_MILLI));
            // One byte more than there may be, so that what is too long is seen to be.
            var buffer = new DatagramPacket(new byte[LONGEST + 1], LONGEST + 1);
            try {
                socket.receive(buffer);
            } catch (SocketTimeoutException e) {
                return null;
            }
            var answer = Arrays.copyOf(buffer.getData(), buffer.getLength());
            if (request.isAnsweredBy(answer)) {
                return ChangeAnswer.read(request, answer);
            }
        }
        return null;
    }
}
