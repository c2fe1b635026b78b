package io.namesake.demo;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import io.namesake.document.specimen.wallet.SpecimenIssuer;
import io.namesake.document.specimen.wallet.SpecimenMdoc;
import io.namesake.document.specimen.wallet.SpecimenValidity;
import io.namesake.document.wallet.CredentialKind;
import io.namesake.document.wallet.CredentialKind.Attribute;
import io.namesake.document.wallet.SessionTranscript;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A made-up applicant's wallet: fetches this server's request over HTTP, and answers it with a driving licence of nowhere. It asks no other server. */
@Component
@ConditionalOnProperty("namesake.demo")
class DemoWallet {
    private static final Pattern REQUEST = Pattern.compile("[?&]request_uri=([^&]{1,500})(?:&|$)");
    private static final Pattern PATH = Pattern.compile("/v1/wallet-requests/[A-Za-z0-9_-]{43}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final CredentialKind KIND = CredentialKind.DRIVING_LICENCE;

    private final SpecimenIssuer issuer;
    private final Environment environment;
    private final SecureRandom random;
    private final JsonMapper json;
    private final Clock clock;

    DemoWallet(SpecimenIssuer issuer, Environment environment, SecureRandom random, JsonMapper json, Clock clock) {
        this.issuer = issuer;
        this.environment = environment;
        this.random = random;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Problem {@code wallet-request-unknown} when the link is no open request of this server's */
    void answer(String link, Map<Attribute, Object> attributes) {
        var found = REQUEST.matcher(link);
        if (!found.find()) {
            throw new Problem(ProblemType.WALLET_REQUEST_UNKNOWN);
        }
        try (var client = HttpClient.newHttpClient()) {
            // The path only: whoever writes the link must not make this server call another.
            var path = URI.create(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                    .getPath();
            if (path == null || !PATH.matcher(path).matches()) {
                throw new Problem(ProblemType.WALLET_REQUEST_UNKNOWN);
            }
            var object = send(client, request(path).build());
            var asked = json.readTree(JWSObject.parse(object).getPayload().toBytes());
            var body = "response=" + encrypted(asked, attributes);
            send(
                    client,
                    request(path + "/response")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build());
        } catch (IOException | ParseException | JOSEException | IllegalArgumentException failed) {
            throw new Problem(ProblemType.WALLET_ANSWER_INVALID);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.busy(PATIENCE);
        }
    }

    private String encrypted(JsonNode asked, Map<Attribute, Object> attributes) throws ParseException, JOSEException {
        var key = ECKey.parse(asked.at("/client_metadata/jwks/keys/0").toString());
        var transcript = SessionTranscript.ofOpenId4Vp(
                asked.get("client_id").asString(),
                asked.get("nonce").asString(),
                Optional.of(key.computeThumbprint().decode()),
                asked.get("response_uri").asString());
        var shown = SpecimenMdoc.issue(issuer, KIND, attributes, SpecimenValidity.around(clock.instant()), random)
                .present(attributes.keySet(), transcript);
        var jwe = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM)
                        .keyID(key.getKeyID())
                        .build(),
                new Payload(Map.of(
                        "state",
                        asked.get("state").asString(),
                        "vp_token",
                        Map.of(
                                "driving_licence",
                                List.of(Base64.getUrlEncoder().withoutPadding().encodeToString(shown))))));
        jwe.encrypt(new ECDHEncrypter(key));
        return jwe.serialize();
    }

    private HttpRequest.Builder request(String path) {
        var here = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        return HttpRequest.newBuilder(here.resolve(path)).timeout(PATIENCE);
    }

    private static String send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new Problem(ProblemType.WALLET_REQUEST_UNKNOWN);
        }
        return answer.body();
    }
}
