package io.namesake.crypto;

import io.namesake.net.WholeExchange;
import io.namesake.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wraps with a key that never leaves the service: HashiCorp Vault's transit engine, or whoever answers like it
 * ({@code POST /v1/<mount>/encrypt/<key>} and {@code decrypt}, {@code GET keys/<key>}; Vault's API documentation, "Transit secrets
 * engine"). The place goes along as {@code associated_data}, which the service authenticates and does not store.
 */
final class TransitKeyService implements KeyService {
    private static final Logger log = LoggerFactory.getLogger(TransitKeyService.class);
    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final Duration COME_BACK = Duration.ofSeconds(5);
    private static final Pattern WRAPPED = Pattern.compile("vault:(v[0-9]{1,9}):[A-Za-z0-9+/=]+");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final URI url;
    private final KmsSettings settings;

    TransitKeyService(URI url, KmsSettings settings) {
        this.url = url;
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
    }

    @Override
    public byte[] wrap(byte[] key, byte[] place) {
        var data = ask("encrypt/" + settings.key(), Map.of("plaintext", base64(key), "associated_data", base64(place)))
                .orElseThrow(() -> silent("refused to encrypt"));
        var wrapped = data.path("ciphertext").asString("");
        if (!WRAPPED.matcher(wrapped).matches()) {
            throw silent("gave no ciphertext");
        }
        return wrapped.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] place) {
        var text = new String(wrapped, StandardCharsets.US_ASCII);
        if (!WRAPPED.matcher(text).matches()) {
            throw new Vault.SealBroken("A wrapped key is not of the key management service");
        }
        var data = ask("decrypt/" + settings.key(), Map.of("ciphertext", text, "associated_data", base64(place)))
                .orElseThrow(() -> new Vault.SealBroken("The key management service did not unwrap a key"));
        try {
            return Base64.getDecoder().decode(data.path("plaintext").asString(""));
        } catch (IllegalArgumentException e) {
            throw silent("gave no plaintext");
        }
    }

    @Override
    public String keyIdOf(byte[] wrapped) {
        var form = WRAPPED.matcher(new String(wrapped, StandardCharsets.US_ASCII));
        return form.matches() ? settings.key() + ":" + form.group(1) : "";
    }

    @Override
    public String currentKeyId() {
        int version = ask("keys/" + settings.key(), Map.of())
                .orElseThrow(() -> silent("does not know the key"))
                .path("latest_version")
                .asInt(0);
        return settings.key() + ":v" + version;
    }

    /** @param body none asks with GET @return the member {@code data}; empty when the service says that the request is wrong */
    private Optional<JsonNode> ask(String path, Map<String, String> body) {
        var request = HttpRequest.newBuilder(address(path))
                .header("X-Vault-Token", settings.token())
                .header("X-Vault-Request", "true")
                .header("Content-Type", "application/json");
        if (!body.isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        try {
            HttpResponse<byte[]> answer = WholeExchange.send(
                    http,
                    request.build(),
                    _ -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), LARGEST_ANSWER),
                    settings.timeout());
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(JSON.readTree(answer.body()).path("data"));
                case 400 -> Optional.empty();
                default -> throw silent("answered " + answer.statusCode());
            };
        } catch (IOException | JacksonException e) {
            throw silent(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent("was not waited for");
        }
    }

    private URI address(String path) {
        var base = url.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "v1/" + settings.mount() + "/" + path);
    }

    /** Told to whoever called as a busy server: nothing is lost, and it goes on when the service is back. */
    private static Problem silent(String what) {
        log.warn("The key management service {}", what);
        return Problem.busy(COME_BACK);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
