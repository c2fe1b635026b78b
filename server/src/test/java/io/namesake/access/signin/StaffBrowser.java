package io.namesake.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.TestHttp;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A browser of one of the staff: it keeps a cookie, and its page keeps the token beside it. */
final class StaffBrowser {
    static final String PASSWORD = "tractor violet mumble 91";

    private final TestHttp http;
    private @Nullable String cookie;
    private @Nullable String csrf;

    StaffBrowser(TestHttp http) {
        this.http = http;
    }

    /** Somebody who was invited and set up both factors. */
    record Person(String id, String number, TestDevice device, List<String> recoveryCodes) {}

    /** Invites somebody new. @return staffId, number, url */
    static JsonNode invite(TestHttp http, String name, String... roles) {
        return body(http.operator()
                .post()
                .uri("/v1/staff/invitations")
                .body(Map.of("name", name, "roles", List.of(roles)))
                .exchange()
                .expectStatus()
                .isCreated());
    }

    static String token(JsonNode invitation) {
        var url = invitation.get("url").asString();
        return url.substring(url.indexOf('#') + 1);
    }

    /** Accepts an invitation, and is signed in. */
    Person accept(JsonNode invitation, java.time.Clock clock) {
        var token = token(invitation);
        var opened = body(send(HttpMethod.POST, "/v1/staff/invitations/open", Map.of("token", token))
                .expectStatus()
                .isOk());
        var device = TestDevice.with(opened.get("deviceSecret").asString(), clock);
        var ready = body(keep(send(
                        HttpMethod.POST,
                        "/v1/staff/invitations/accept",
                        Map.of("token", token, "password", PASSWORD, "code", device.code())))
                .expectStatus()
                .isCreated());
        csrf = ready.get("csrfToken").asString();
        return new Person(
                invitation.get("staffId").asString(),
                invitation.get("number").asString(),
                device,
                ready.get("recoveryCodes").valueStream().map(JsonNode::asString).toList());
    }

    /** Accepts an invitation with a passkey in the place of an app, and is signed in. @return the recovery codes */
    List<String> acceptWith(PasskeyDevice device, JsonNode invitation) {
        var token = token(invitation);
        var made = device.creates(ceremony("/v1/staff/invitations/passkey-ceremonies", Map.of("token", token)));
        var ready = body(keep(send(
                        HttpMethod.POST,
                        "/v1/staff/invitations/accept",
                        Map.of("token", token, "password", PASSWORD, "passkey", made)))
                .expectStatus()
                .isCreated());
        csrf = ready.get("csrfToken").asString();
        return ready.get("recoveryCodes").valueStream().map(JsonNode::asString).toList();
    }

    ResponseSpec signInWith(PasskeyDevice device) {
        return keep(send(
                HttpMethod.POST,
                "/v1/staff/passkey-sessions",
                device.signs(ceremony("/v1/staff/passkey-sessions/ceremonies", null))));
    }

    /** Signs in with a passkey, which must succeed. */
    StaffBrowser signedInWith(PasskeyDevice device) {
        csrf = body(signInWith(device).expectStatus().isCreated())
                .get("csrfToken")
                .asString();
        return this;
    }

    /** Shows a passkey again. */
    ResponseSpec proveWith(PasskeyDevice device) {
        return send(
                HttpMethod.POST,
                "/v1/staff/session/proof",
                device.signs(ceremony("/v1/staff/session/proof/ceremonies", null)));
    }

    /** Adds a passkey, which must succeed. @return its id */
    String add(PasskeyDevice device) {
        var made = device.creates(ceremony("/v1/staff/passkeys/ceremonies", null));
        return body(send(HttpMethod.POST, "/v1/staff/passkeys", made)
                        .expectStatus()
                        .isCreated())
                .get("id")
                .asString();
    }

    JsonNode ceremony(String path, @Nullable Object body) {
        return body(send(HttpMethod.POST, path, body).expectStatus().isCreated());
    }

    ResponseSpec signIn(String number, String password, String code) {
        return keep(send(
                HttpMethod.POST, "/v1/staff/sessions", Map.of("number", number, "password", password, "code", code)));
    }

    /** Signs in, which must succeed. */
    StaffBrowser signedIn(Person person, String code) {
        csrf = body(signIn(person.number(), PASSWORD, code).expectStatus().isCreated())
                .get("csrfToken")
                .asString();
        return this;
    }

    ResponseSpec get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    ResponseSpec delete(String path) {
        return send(HttpMethod.DELETE, path, null);
    }

    ResponseSpec send(HttpMethod method, String path, @Nullable Object body) {
        return send(method, path, body, headers -> {
            if (csrf != null) {
                headers.set(StaffSessions.CSRF_HEADER, csrf);
            }
        });
    }

    /** With the cookie, as a browser would, and with these headers alone beside it. */
    ResponseSpec send(HttpMethod method, String path, @Nullable Object body, Consumer<HttpHeaders> headers) {
        var request = http.anyone().method(method).uri(path).headers(headers);
        if (cookie != null) {
            request = request.header("Cookie", cookie);
        }
        return (body == null ? request : request.body(body)).exchange();
    }

    String csrf() {
        assertThat(csrf).isNotNull();
        return csrf;
    }

    @Nullable
    String cookie() {
        return cookie;
    }

    private ResponseSpec keep(ResponseSpec answer) {
        var set = answer.returnResult(Void.class).getResponseHeaders().getFirst("Set-Cookie");
        if (set != null) {
            cookie = set.substring(0, set.indexOf(';'));
        }
        return answer;
    }

    static JsonNode body(ResponseSpec answer) {
        var body = answer.expectBody(JsonNode.class).returnResult().getResponseBody();
        assertThat(body).isNotNull();
        return body;
    }
}
