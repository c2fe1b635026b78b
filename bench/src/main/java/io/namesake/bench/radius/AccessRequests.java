package io.namesake.bench.radius;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One access server that asks, waits for the answer and asks again: PAP (RFC 2865, section 5.2) with Message-Authenticator (RFC
 * 3579, section 3.2).
 */
final class AccessRequests implements AutoCloseable {
    static final long NOT_ACCEPTED = -1;
    private static final int ACCEPT = 2;
    private static final int PATIENCE_MILLIS = 3_000;

    private final DatagramSocket socket;
    private final byte[] secret;
    private final SplittableRandom random;
    private final byte[] buffer = new byte[4096];
    private int identifier;

    AccessRequests(int port, String secret, long seed) throws IOException {
        socket = new DatagramSocket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.secret = secret.getBytes(StandardCharsets.US_ASCII);
        random = new SplittableRandom(seed);
    }

    /** Asks for a line drawn at random. @return how long it took, in nanoseconds, or NOT_ACCEPTED where it was rejected or not answered */
    long ask(int lines) throws IOException, GeneralSecurityException {
        int line = random.nextInt(lines);
        byte[] request =
                request(RadiusLines.LINE.formatted(line), RadiusLines.PASSWORD.formatted(line), ++identifier & 0xff);
        long start = System.nanoTime();
        socket.send(new DatagramPacket(request, request.length));
        var answer = new DatagramPacket(buffer, buffer.length);
        try {
            do {
                socket.receive(answer);
            } while (buffer[1] != request[1]);
        } catch (SocketTimeoutException e) {
            return NOT_ACCEPTED;
        }
        long took = System.nanoTime() - start;
        return buffer[0] == ACCEPT ? took : NOT_ACCEPTED;
    }

    private byte[] request(String name, String password, int id) throws GeneralSecurityException {
        byte[] authenticator = ByteBuffer.allocate(16)
                .putLong(random.nextLong())
                .putLong(random.nextLong())
                .array();
        byte[] hidden = MessageDigest.getInstance("MD5").digest(join(secret, authenticator));
        byte[] clear = password.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < clear.length; i++) {
            hidden[i] ^= clear[i];
        }
        byte[] user = name.getBytes(StandardCharsets.US_ASCII);
        byte[] attributes = join(
                new byte[] {1, (byte) (2 + user.length)},
                user,
                new byte[] {2, 18},
                hidden,
                new byte[] {80, 18},
                new byte[16]);
        byte[] packet = join(new byte[] {1, (byte) id, 0, (byte) (20 + attributes.length)}, authenticator, attributes);
        Mac mac = Mac.getInstance("HmacMD5");
        mac.init(new SecretKeySpec(secret, "HmacMD5"));
        System.arraycopy(mac.doFinal(packet), 0, packet, packet.length - 16, 16);
        return packet;
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
