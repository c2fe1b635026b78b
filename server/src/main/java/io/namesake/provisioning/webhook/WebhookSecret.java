package io.namesake.provisioning.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of one endpoint, and the signatures made with it (Standard Webhooks 1.0.0, "Signature scheme", symmetric).
 */
final class WebhookSecret {
    /** Within the 24 to 64 bytes of the specification. */
    private static final int BYTES = 32;

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key.clone();
    }

    static WebhookSecret random(SecureRandom random) {
        var key = new byte[BYTES];
        random.nextBytes(key);
        return new WebhookSecret(key);
    }

    static WebhookSecret of(byte[] key) {
        return new WebhookSecret(key);
    }

    byte[] bytes() {
        return key.clone();
    }

    /** As the receiver gets it: {@code whsec_} and base64. */
    String serialised() {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /**
     * The {@code webhook-signature} header: {@code v1,} and the base64 of the HMAC-SHA256 (RFC 2104) of id, time and body,
     * joined by dots.
     *
     * @param id the event's, without dots
     * @param timestamp of this attempt, in seconds since 1970-01-01T00:00:00Z
     * @param body as sent, to the byte
     */
    String sign(String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[...]";
    }
}
