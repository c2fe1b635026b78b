package io.namesake.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.mylines.TestPerson;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;

/** A bank signs what it sends by a browser (RFC 9101). */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class SignedRequestTest {
    private static final String SCOPE = "dpv:IdentityVerification sim-swap:check";

    @Autowired
    TestHttp http;

    @Autowired
    MovableClock clock;

    @Autowired
    ScriptedFaces faces;

    private ECKey key;
    private TestBank bank;

    @BeforeEach
    void a_bank_with_a_key() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).generate();
        bank = TestBank.withKeys(http, new JWKSet(key.toPublicJWK()).toJSONObject(), List.of("sim-swap:check"), SCOPE);
    }

    @Test
    void what_was_signed_counts_and_what_stands_beside_it_does_not() throws Exception {
        var location = bank.authorize(
                bank.query(Map.of("request", signed(Map.of(), Duration.ofMinutes(4)), "prompt", "none")), null);
        assertThat(location.toString()).startsWith(TestBank.ISSUER + "/agree?");
        var silent = bank.authorize(
                bank.query(Map.of("request", signed(Map.of("prompt", "none"), Duration.ofMinutes(4)))), null);
        assertThat(TestBank.parameter(silent, "error")).isEqualTo("login_required");
        assertThat(TestBank.parameter(silent, "state")).isEqualTo("signed state");
    }

    @ParameterizedTest
    @CsvSource({
        "scope,dpv:FraudPreventionAndDetection sim-swap:check",
        "redirect_uri,https://bank.test/elsewhere",
        "response_type,token",
        "client_id,nobody",
        "iss,nobody",
        "sub,nobody",
        "aud,https://another.test/"
    })
    void one_that_says_otherwise_than_the_query_or_is_for_somebody_else_is_refused(String name, String value)
            throws Exception {
        refused(signed(Map.of(name, value), Duration.ofMinutes(4)));
    }

    @Test
    void one_that_lives_too_long_or_is_over_or_of_another_key_is_refused() throws Exception {
        refused(signed(Map.of(), Duration.ofMinutes(6)));
        refused(signed(Map.of(), Duration.ofMinutes(-3)));
        key = new ECKeyGenerator(Curve.P_256).generate();
        refused(signed(Map.of(), Duration.ofMinutes(4)));
    }

    @Test
    void a_client_that_proves_itself_with_a_key_needs_the_verifier_all_the_same() throws Exception {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        var erika = new TestPerson(http, "Muster");
        var line = erika.takesLine();
        var visit = erika.looksAtTheirLines();
        trade(bank.codeFor(visit, line), "x".repeat(43)).expectStatus().isBadRequest();
        trade(bank.codeFor(visit, line), "").expectStatus().isBadRequest();
        trade(bank.codeFor(visit, line), TestBank.VERIFIER).expectStatus().isOk();
    }

    private ResponseSpec trade(String code, String verifier) throws Exception {
        var proof = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).build(),
                new JWTClaimsSet.Builder()
                        .issuer(bank.client.id())
                        .subject(bank.client.id())
                        .audience(TestBank.ISSUER + "/oauth2/token")
                        .jwtID(UUID.randomUUID().toString())
                        .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                        .build());
        proof.sign(new ECDSASigner(key));
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "authorization_code");
        form.add("code", code);
        form.add("redirect_uri", TestBank.CALLBACK);
        form.add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.add("client_assertion", proof.serialize());
        if (!verifier.isEmpty()) {
            form.add("code_verifier", verifier);
        }
        return http.anyone()
                .post()
                .uri("/oauth2/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange();
    }

    private void refused(String request) {
        assertThat(TestBank.parameter(bank.authorize(bank.query(Map.of("request", request)), null), "error"))
                .isEqualTo("invalid_request_object");
    }

    private String signed(Map<String, String> changes, Duration life) throws Exception {
        var said = new HashMap<>(Map.of(
                "iss",
                bank.client.id(),
                "aud",
                TestBank.ISSUER + "/oauth2/authorize",
                "response_type",
                "code",
                "client_id",
                bank.client.id(),
                "redirect_uri",
                TestBank.CALLBACK,
                "scope",
                SCOPE,
                "state",
                "signed state",
                "code_challenge",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "code_challenge_method",
                "S256",
                "jti",
                UUID.randomUUID().toString()));
        said.putAll(changes);
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder().issueTime(Date.from(now)).expirationTime(Date.from(now.plus(life)));
        said.forEach(claims::claim);
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).build(), claims.build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
