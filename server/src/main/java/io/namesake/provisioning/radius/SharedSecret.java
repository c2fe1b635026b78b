package io.namesake.provisioning.radius;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that an operator's access server shares with us, and what RADIUS makes of it. MD5 is what the protocol prescribes
 * (RFC 2865, section 3; RFC 3579, section 3.2): between the data centre and the access server belongs a network of their own,
 * or IPsec (RFC 5176, section 6.2).
 */
final class SharedSecret {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 128;

    private final byte[] bytes;

    private SharedSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /**
     * As an operator wrote it.
     *
     * @throws Problem {@code access-server-invalid} when it is too short to protect anything (RFC 2865, section 3, asks for 16
     *     bytes), or is not printable ASCII, which every access server can be given
     */
    static SharedSecret parse(String text) {
        if (text.length() < SHORTEST
                || text.length() > LONGEST
                || !text.chars().allMatch(character -> character > ' ' && character <= '~')) {
            throw new Problem(
                    ProblemType.ACCESS_SERVER_INVALID,
                    "The shared secret must have " + SHORTEST + " to " + LONGEST
                            + " visible ASCII characters; make it at random.");
        }
        return of(text.getBytes(StandardCharsets.US_ASCII));
    }

    static SharedSecret of(byte[] bytes) {
        return new SharedSecret(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Of a packet that ends with the secret: the authenticators of RFC 2865 and RFC 2866. */
    byte[] md5(byte[] packet) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update(packet);
            return digest.digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    /** Of a whole packet: the Message-Authenticator. */
    byte[] hmacMd5(byte[] packet) {
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(bytes, "HmacMD5"));
            return mac.doFinal(packet);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-MD5", e);
        }
    }

    @Override
    public String toString() {
        return "SharedSecret[...]";
    }
}
