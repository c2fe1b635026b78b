package io.namesake.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.TestHttp;
import io.namesake.access.client.TestClients;
import io.namesake.access.client.TestClients.Registered;
import io.namesake.mylines.TestPerson.Visit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** A bank that sends a person's browser to Namesake and gets a code back (OAuth 2.1 with PKCE). */
final class TestBank {
    static final String CALLBACK = "https://bank.test/callback?from=namesake";
    static final String VERIFIER = "only-for-tests-0123456789-0123456789-0123456789";
    /** As the server calls itself in tests. */
    static final String ISSUER = "http://localhost:8080";

    final Registered client;
    private final TestHttp http;
    private final String scope;

    private TestBank(TestHttp http, Registered client, String scope) {
        this.http = http;
        this.client = client;
        this.scope = scope;
    }

    /** Registered for these scopes, and asking for all of them, a refresh token, and an ID token. */
    static TestBank register(TestHttp http, String... scopes) {
        return new TestBank(
                http,
                TestClients.registerWithRedirect(http, CALLBACK, scopes),
                "openid offline_access dpv:IdentityVerification " + String.join(" ", scopes));
    }

    /** With keys instead of a secret. @param scope all that it asks */
    static TestBank withKeys(TestHttp http, Map<String, Object> keys, List<String> scopes, String scope) {
        return with(http, Map.of("keys", keys), scopes, scope);
    }

    /** @param proof what it proves itself with, as at its registration */
    static TestBank with(TestHttp http, Map<String, Object> proof, List<String> scopes, String scope) {
        var registered = new HashMap<>(proof);
        registered.put("redirectUris", List.of(CALLBACK));
        return new TestBank(http, TestClients.register(http, "THIRD_PARTY", scopes, registered), scope);
    }

    /** The parameters of its request, some of them changed; an empty value leaves one out. */
    String query(Map<String, String> changes) {
        var parameters = new HashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                client.id(),
                "redirect_uri",
                CALLBACK,
                "scope",
                scope,
                "state",
                "st&te ü",
                "nonce",
                "n-0S6_WzA2Mj",
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"));
        parameters.putAll(changes);
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + UriUtils.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Where a browser is sent that brings the query. @param assertion what the operator's gateway adds; null for nothing */
    URI authorize(String query, @Nullable String assertion) {
        var request = HttpRequest.newBuilder(URI.create(http.address() + "/oauth2/authorize?" + query));
        if (assertion != null) {
            request.header("Network-Assertion", assertion);
        }
        try (var browser = HttpClient.newHttpClient()) {
            var answer = browser.send(request.build(), HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isIn(302, 303);
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        } catch (IOException e) {
            throw new AssertionError("The server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Sends a browser, whose person is to answer. @return the handle of the request */
    String sendsBrowser() {
        var location = authorize(query(Map.of()), null);
        assertThat(location.toString()).startsWith(ISSUER + "/agree?");
        return parameter(location, "state");
    }

    /** Sends a browser whose person agrees for this line. @return the code */
    String codeFor(Visit person, String line) {
        return parameter(agreed(person, sendsBrowser(), line), "code");
    }

    /** The person's answer. @return where their browser goes */
    static URI agreed(Visit person, String handle, String line) {
        return URI.create(person.post(
                        "/v1/me/authorizations/" + handle + "/grant",
                        Map.of("lineId", person.line(line).get("id").asString()))
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("location")
                .asString());
    }

    ResponseSpec trade(String code) {
        return trade(code, Map.of());
    }

    ResponseSpec trade(String code, Map<String, String> changes) {
        var form = new HashMap<>(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", VERIFIER));
        form.putAll(changes);
        return TestClients.ask(http, client, form);
    }

    ResponseSpec refresh(String token) {
        return TestClients.ask(http, client, Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    /** Calls with the access token of an answer. */
    RestTestClient calling(JsonNode tokens) {
        return http.bearer(tokens.get("access_token").asString());
    }

    static JsonNode tokens(ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    static void refused(ResponseSpec answer) {
        answer.expectStatus().isBadRequest().expectBody().jsonPath("$.error").isEqualTo("invalid_grant");
    }

    static String parameter(URI location, String name) {
        var value =
                UriComponentsBuilder.fromUri(location).build().getQueryParams().getFirst(name);
        assertThat(value).as(name + " in " + location).isNotNull();
        return UriUtils.decode(value, StandardCharsets.UTF_8);
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
