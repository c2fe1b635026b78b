package io.namesake.e2e;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver does with a signature of Standard Webhooks (specification 1.0.0, "Signature scheme"), written from the
 * specification alone.
 *
 * @param secret {@code whsec_} and the key in base64
 */
record WebhookSignature(String secret) {

    private static final String PREFIX = "whsec_";

    /** Whether one of the header's signatures is right for this id, time and body. */
    boolean isRight(String id, String timestamp, String body, String header) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
        byte[] expected = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
        return Arrays.stream(header.split(" "))
                .filter(signature -> signature.startsWith("v1,"))
                .map(signature -> Base64.getDecoder().decode(signature.substring("v1,".length())))
                .anyMatch(signature -> MessageDigest.isEqual(signature, expected));
    }
}
