package io.namesake.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** Clients that prove themselves with a key of their own (private_key_jwt). */
@NamesakeTest
@Import(ScopedOperations.class)
class PrivateKeyClientsTest {
    private static final String ENDPOINT = "http://localhost:8080/oauth2/token";

    @Autowired
    TestHttp http;

    @Autowired
    MovableClock clock;

    @Test
    void a_client_with_a_key_gets_a_token_and_has_no_secret() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        var created = register(key);
        assertThat(created.get("secret").isNull()).isTrue();
        ask(assertion(created, key, ENDPOINT, Duration.ofMinutes(1)))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.access_token")
                .isNotEmpty();
        ask(assertion(created, key, "http://localhost:8080", Duration.ofMinutes(1)))
                .expectStatus()
                .isOk();
    }

    @Test
    void an_assertion_opens_the_door_once() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var assertion = assertion(register(key), key, ENDPOINT, Duration.ofMinutes(1));
        ask(assertion).expectStatus().isOk();
        refused(assertion);
    }

    @Test
    void an_assertion_for_another_server_or_for_too_long_or_of_another_key_is_refused() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var client = register(key);
        refused(assertion(client, key, "https://another.example/token", Duration.ofMinutes(1)));
        refused(assertion(client, key, ENDPOINT, Duration.ofMinutes(30)));
        refused(assertion(client, key, ENDPOINT, Duration.ofMinutes(-3)));
        refused(assertion(client, new ECKeyGenerator(Curve.P_256).generate(), ENDPOINT, Duration.ofMinutes(1)));
    }

    @Test
    void replaced_keys_open_nothing_and_the_new_ones_do() throws Exception {
        var old = new ECKeyGenerator(Curve.P_256).generate();
        var fresh = new ECKeyGenerator(Curve.P_256).generate();
        var client = register(old);
        http.operator()
                .put()
                .uri("/v1/api-clients/" + client.at("/client/id").asString() + "/keys")
                .body(new JWKSet(fresh.toPublicJWK()).toJSONObject())
                .exchange()
                .expectStatus()
                .isNoContent();
        refused(assertion(client, old, ENDPOINT, Duration.ofMinutes(1)));
        ask(assertion(client, fresh, ENDPOINT, Duration.ofMinutes(1)))
                .expectStatus()
                .isOk();
    }

    @Test
    void keys_that_are_private_weak_or_none_are_refused() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        assertThat(status(new JWKSet(key).toJSONObject(false))).isEqualTo(400);
        assertThat(status(new JWKSet(new RSAKeyGenerator(1024, true).generate().toPublicJWK()).toJSONObject()))
                .isEqualTo(400);
        assertThat(status(Map.of("keys", List.of()))).isEqualTo(400);
        assertThat(status(Map.of("keys", List.of(Map.of("kty", "oct", "k", "AAAA")))))
                .isEqualTo(400);
        assertThat(status(Map.of("x", "y"))).isEqualTo(400);
    }

    private int status(Map<String, Object> keys) {
        return create(keys).returnResult().getStatus().value();
    }

    private JsonNode register(ECKey key) {
        return create(new JWKSet(key.toPublicJWK()).toJSONObject())
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.ResponseSpec create(Map<String, Object> keys) {
        return http.operator()
                .post()
                .uri("/v1/api-clients")
                .body(Map.of("name", "Bank", "kind", "THIRD_PARTY", "scopes", List.of("test:ask"), "keys", keys))
                .exchange();
    }

    private String assertion(JsonNode created, ECKey key, String audience, Duration life) throws Exception {
        var client = created.at("/client/id").asString();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(client)
                        .subject(client)
                        .audience(audience)
                        .jwtID(UUID.randomUUID().toString())
                        .expirationTime(Date.from(clock.instant().plus(life)))
                        .build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private RestTestClient.ResponseSpec ask(String assertion) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.add("client_assertion", assertion);
        return http.anyone()
                .post()
                .uri("/oauth2/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange();
    }

    private void refused(String assertion) {
        ask(assertion)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_client");
    }
}
