package io.namesake.audit.internal;

import io.namesake.audit.internal.Witness.Answer.Cosigned;
import io.namesake.audit.internal.Witness.Answer.KnowsAnother;
import io.namesake.audit.internal.Witness.Answer.Refused;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.WitnessKey;
import io.namesake.net.WholeExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** A witness over HTTP: {@code POST <address>/add-checkpoint} (C2SP tlog-witness). */
final class HttpWitness implements Witness {
    private static final int LARGEST_ANSWER = 16 * 1024;
    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");

    private final HttpClient http;
    private final WitnessKey key;
    private final URI address;
    private final Duration timeout;

    HttpWitness(WitnessSettings.Place place, Duration timeout) {
        this.key = place.key();
        this.address = place.address().resolve("add-checkpoint");
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public WitnessKey key() {
        return key;
    }

    @Override
    public Answer add(long oldSize, List<Hash> proof, SignedCheckpoint checkpoint) {
        var body = new StringBuilder("old " + oldSize + "\n");
        proof.forEach(hash ->
                body.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n'));
        body.append('\n').append(checkpoint.note());
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<byte[]> answer = WholeExchange.send(
                    http,
                    request,
                    _ -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), LARGEST_ANSWER),
                    timeout);
            return read(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Refused(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Refused("not waited for");
        }
    }

    private static Answer read(int status, String body) {
        if (status == 200) {
            return new Cosigned(body);
        }
        var size = SIZE.matcher(body);
        return status == 409 && size.matches()
                ? new KnowsAnother(Long.parseLong(size.group(1)))
                : new Refused("status " + status);
    }
}
