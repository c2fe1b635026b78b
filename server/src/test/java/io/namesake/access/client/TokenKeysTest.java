package io.namesake.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.database.SqlTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What signs tokens, who can check them, and what is not believed. */
@NamesakeTest
@Import(ScopedOperations.class)
class TokenKeysTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    SigningKeys keys;

    @Test
    void anybody_can_check_a_token_with_the_published_keys_which_are_public_halves() throws Exception {
        var token = SignedJWT.parse(newToken());
        var keys = publishedKeys();
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        assertThat(keys.getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void another_key_signs_after_a_month_and_what_the_old_one_signed_is_good_to_its_end() throws Exception {
        var client = TestClients.register(http, "THIRD_PARTY", "test:ask");
        // Five minutes before its month is over.
        var before =
                SignedJWT.parse(TestClients.token(http, client)).getHeader().getKeyID();
        jdbc.sql("update token_signing_key set created_at = :then where id = :id::uuid")
                .param(
                        "then",
                        SqlTime.of(clock.instant().minus(Duration.ofDays(30)).plus(Duration.ofMinutes(5))))
                .param("id", before)
                .update();
        clock.advance(Duration.ofMinutes(2)); // past the memory
        var old = TestClients.token(http, client);
        clock.advance(Duration.ofMinutes(7));
        var young = TestClients.token(http, client);

        assertThat(SignedJWT.parse(old).getHeader().getKeyID()).isEqualTo(before);
        assertThat(SignedJWT.parse(young).getHeader().getKeyID()).isNotEqualTo(before);
        http.bearer(old)
                .get()
                .uri("/test-exposure/who")
                .exchange()
                .expectStatus()
                .isOk();
        http.bearer(young)
                .get()
                .uri("/test-exposure/who")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(publishedKeys().getKeys()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void the_private_half_lies_sealed_in_the_database() throws Exception {
        var id = SignedJWT.parse(newToken()).getHeader().getKeyID();
        var sealed = jdbc.sql("select sealed_key from token_signing_key where id = :id::uuid")
                .param("id", id)
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain("\"d\"")
                .doesNotContain("kty");
    }

    @Test
    void a_token_that_we_did_not_sign_opens_nothing() throws Exception {
        var genuine = SignedJWT.parse(newToken());
        var stranger = new ECKeyGenerator(Curve.P_256)
                .keyID(genuine.getHeader().getKeyID())
                .generate();
        rejected(signed(genuine.getHeader(), genuine.getJWTClaimsSet(), stranger));
        rejected(new PlainJWT(genuine.getJWTClaimsSet()).serialize());
        rejected(genuine.serialize().substring(0, genuine.serialize().length() - 4));
        rejected("eyJ");
        rejected("eyJhbGciOiJub25lIn0..");
        rejected("eyJ" + "a".repeat(9_000));
    }

    @Test
    void a_token_of_ours_for_another_purpose_opens_nothing() throws Exception {
        var genuine = SignedJWT.parse(newToken());
        var claims = new JWTClaimsSet.Builder(genuine.getJWTClaimsSet());
        assertThat(accepts(signed(genuine.getHeader(), claims.build(), ours(genuine))))
                .isTrue();

        rejected(signed(header(genuine, "JWT"), claims.build(), ours(genuine)));
        rejected(signed(
                genuine.getHeader(),
                copy(genuine).audience("https://bank.example").build(),
                ours(genuine)));
        rejected(signed(
                genuine.getHeader(),
                copy(genuine).issuer("https://bank.example").build(),
                ours(genuine)));
        rejected(signed(genuine.getHeader(), copy(genuine).expirationTime(null).build(), ours(genuine)));
        rejected(signed(
                genuine.getHeader(),
                copy(genuine)
                        .expirationTime(Date.from(clock.instant().minusSeconds(120)))
                        .build(),
                ours(genuine)));
    }

    private ECKey ours(SignedJWT genuine) {
        return keys.all().getKeyByKeyId(genuine.getHeader().getKeyID()).toECKey();
    }

    private static JWTClaimsSet.Builder copy(SignedJWT token) throws Exception {
        return new JWTClaimsSet.Builder(token.getJWTClaimsSet());
    }

    private static JWSHeader header(SignedJWT token, String type) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(token.getHeader().getKeyID())
                .type(new JOSEObjectType(type))
                .build();
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, ECKey key) throws Exception {
        var token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private String newToken() {
        return TestClients.token(http, TestClients.register(http, "THIRD_PARTY", "test:ask"));
    }

    private boolean accepts(String token) {
        var answer =
                http.bearer(token).get().uri("/test-exposure/who").exchange().returnResult();
        return answer.getStatus().is2xxSuccessful();
    }

    private void rejected(String token) {
        http.bearer(token)
                .get()
                .uri("/test-exposure/who")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private JWKSet publishedKeys() throws Exception {
        return JWKSet.parse(http.anyone()
                .get()
                .uri("/oauth2/jwks")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
