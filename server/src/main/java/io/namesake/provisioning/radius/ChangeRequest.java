package io.namesake.provisioning.radius;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A Disconnect-Request or CoA-Request as it goes over the wire (RFC 5176, section 2.3), with Event-Timestamp against replay
 * (section 3.5; RFC 2869, section 5.3) and Message-Authenticator (section 3.4).
 */
final class ChangeRequest {
    private static final int HEADER = 20;
    private static final int LONGEST = 4096;
    private static final int AUTHENTICATOR_AT = 4;
    private static final int AUTHENTICATOR = 16;
    private static final int EVENT_TIMESTAMP = 55;
    private static final int MESSAGE_AUTHENTICATOR = 80;
    private static final int ATTRIBUTE_HEADER = 2;

    /** What is asked for, with its code (RFC 5176, section 2.3). */
    enum Code {
        DISCONNECT(40),
        COA(43);

        private final int number;

        Code(int number) {
            this.number = number;
        }

        int ack() {
            return number + 1;
        }

        int nak() {
            return number + 2;
        }
    }

    private final Code code;
    private final byte[] packet;
    private final SharedSecret secret;

    private ChangeRequest(Code code, byte[] packet, SharedSecret secret) {
        this.code = code;
        this.packet = packet;
        this.secret = secret;
    }

    /**
     * Makes one.
     *
     * @param identifier 0 to 255; what tells answers to several requests from the same port apart
     * @param attributes whole attributes in order, the session's identification first
     * @param at the time that it is asked, on the access server's clock within 300 s (RFC 5176, section 3.5)
     * @throws IllegalArgumentException when it becomes longer than 4,096 bytes
     */
    static ChangeRequest of(Code code, int identifier, List<byte[]> attributes, Instant at, SharedSecret secret) {
        var body = new ByteArrayOutputStream();
        attributes.forEach(body::writeBytes);
        body.writeBytes(RadiusAttribute.encoded(
                EVENT_TIMESTAMP,
                ByteBuffer.allocate(4).putInt((int) at.getEpochSecond()).array()));
        body.writeBytes(RadiusAttribute.encoded(MESSAGE_AUTHENTICATOR, new byte[AUTHENTICATOR]));
        int length = HEADER + body.size();
        if (length > LONGEST) {
            throw new IllegalArgumentException("A RADIUS packet has at most " + LONGEST + " bytes");
        }
        var packet = ByteBuffer.allocate(length)
                .put((byte) code.number)
                .put((byte) identifier)
                .putShort((short) length)
                .put(new byte[AUTHENTICATOR])
                .put(body.toByteArray())
                .array();
        // The one first, with both of them zero; then the other over all of it.
        System.arraycopy(secret.hmacMd5(packet), 0, packet, length - AUTHENTICATOR, AUTHENTICATOR);
        System.arraycopy(secret.md5(packet), 0, packet, AUTHENTICATOR_AT, AUTHENTICATOR);
        return new ChangeRequest(code, packet, secret);
    }

    Code code() {
        return code;
    }

    byte[] bytes() {
        return packet.clone();
    }

    /**
     * Whether a packet is an answer to this request by somebody who knows the secret.
     *
     * @param answer as it came, untrusted
     */
    boolean isAnsweredBy(byte[] answer) {
        if (answer.length < HEADER || answer.length > LONGEST) {
            return false;
        }
        int number = answer[0] & 0xff;
        int length = ByteBuffer.wrap(answer).getShort(2) & 0xffff;
        if (number != code.ack() && number != code.nak() || answer[1] != packet[1] || length != answer.length) {
            return false;
        }
        // Response Authenticator: MD5 over the answer with the request's authenticator in its place (RFC 2865, section
        // 3).
        var signed = answer.clone();
        System.arraycopy(packet, AUTHENTICATOR_AT, signed, AUTHENTICATOR_AT, AUTHENTICATOR);
        var authenticator = Arrays.copyOfRange(answer, AUTHENTICATOR_AT, AUTHENTICATOR_AT + AUTHENTICATOR);
        return MessageDigest.isEqual(secret.md5(signed), authenticator) && isAuthentic(signed);
    }

    /** A Message-Authenticator may be missing in an answer (RFC 5176, section 3.4); a wrong one may not be there. */
    private boolean isAuthentic(byte[] signed) {
        int at = HEADER;
        while (at + ATTRIBUTE_HEADER <= signed.length) {
            int type = signed[at] & 0xff;
            int length = signed[at + 1] & 0xff;
            if (length < ATTRIBUTE_HEADER || at + length > signed.length) {
                return false;
            }
            if (type == MESSAGE_AUTHENTICATOR) {
                if (length != ATTRIBUTE_HEADER + AUTHENTICATOR) {
                    return false;
                }
                var said = Arrays.copyOfRange(signed, at + ATTRIBUTE_HEADER, at + length);
                var unsigned = signed.clone();
                Arrays.fill(unsigned, at + ATTRIBUTE_HEADER, at + length, (byte) 0);
                if (!MessageDigest.isEqual(secret.hmacMd5(unsigned), said)) {
                    return false;
                }
            }
            at += length;
        }
        return at == signed.length;
    }
}
