package io.namesake.remediation.internal;

import io.namesake.net.WholeExchange;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operator's own gateway: a POST of JSON, signed as webhooks are (Standard Webhooks 1.0.0, symmetric), with the notice's id as
 * {@code Idempotency-Key}. 2xx and 409 mean that it has the notice; whether it arrives it reports to
 * {@code POST /v1/notices/{id}/delivery}.
 */
final class GatewayChannel implements NoticeChannel {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Channel channel;
    private final NoticeSettings.Gateway settings;
    private final HttpClient http;
    private final Clock clock;

    GatewayChannel(Channel channel, NoticeSettings.Gateway settings, HttpClient http, Clock clock) {
        this.channel = channel;
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public Result send(UUID noticeId, NoticeMessage message) throws InterruptedException {
        var content = new LinkedHashMap<String, Object>();
        content.put("id", noticeId.toString());
        content.put("channel", channel.name());
        content.put("to", message.to());
        content.put("subject", message.subject());
        content.put("text", message.text());
        // ISO 639-2 has a code for several languages at once.
        content.put(
                "language",
                message.language() == null ? "mul" : message.language().tag());
        byte[] body = JSON.writeValueAsBytes(content);
        long now = clock.instant().getEpochSecond();
        var request = HttpRequest.newBuilder(settings.url())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Namesake-Notices/1")
                .header("Idempotency-Key", noticeId.toString())
                .header("webhook-id", noticeId.toString())
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", sign(noticeId, now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return result(WholeExchange.send(http, request, BodyHandlers.discarding(), settings.timeout())
                    .statusCode());
        } catch (HttpTimeoutException e) {
            return new Result.Failed("timeout", false);
        } catch (IOException e) {
            return new Result.Failed("connection-failed", false);
        }
    }

    private static Result result(int status) {
        if (status >= 200 && status <= 299 || status == 409) {
            return new Result.Sent();
        }
        // It may be its fault or ours for the moment (RFC 9110, section 15); anything else it will refuse again.
        boolean later =
                status >= 500 || status == 408 || status == 425 || status == 429 || status == 401 || status == 403;
        return new Result.Failed("http-" + status, !later);
    }

    private String sign(UUID noticeId, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.key(), "HmacSHA256"));
            mac.update((noticeId + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}
