package io.namesake.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.namesake.NamesakeTest;
import io.namesake.TestCertificate;
import io.namesake.TestCertificate.Wanted;
import io.namesake.TestHttp;
import io.namesake.TestTls;
import io.namesake.access.certificate.ClientCertificate;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.mylines.TestPerson;
import io.namesake.mylines.TestPerson.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;

/** A bank that proves itself by a certificate and brings a code: the code's own proof is asked for all the same, and what it gets is bound. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class CertificateBankTest {
    private static final TestCertificate MINE = TestCertificate.selfSigned(Wanted.of("CN=bank"));
    private static final String SCOPE = "openid offline_access dpv:IdentityVerification kyc-match:match";

    @Autowired
    TestHttp http;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    ServletWebServerApplicationContext server;

    private TestBank bank;
    private String line;
    private Visit visit;

    @BeforeEach
    void a_person_has_a_line_and_is_among_their_lines() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        var thumbprint = new ClientCertificate(MINE.chain()).thumbprint();
        bank = TestBank.with(
                http,
                Map.of("certificates", Map.of("thumbprints", List.of(thumbprint))),
                List.of("kyc-match:match"),
                SCOPE);
        var erika = new TestPerson(http, "Muster");
        line = erika.takesLine();
        visit = erika.looksAtTheirLines();
    }

    @Test
    void a_code_without_its_key_or_with_another_opens_nothing() {
        TestBank.refused(trade(bank.codeFor(visit, line), Map.of("code_verifier", "")));
        TestBank.refused(trade(bank.codeFor(visit, line), Map.of("code_verifier", "x".repeat(43))));
        TestBank.refused(trade("no-code-at-all", Map.of()));
    }

    @Test
    void with_its_key_it_gives_tokens_that_are_good_with_the_certificate_alone() throws Exception {
        var tokens = TestBank.tokens(trade(bank.codeFor(visit, line), Map.of()));
        var access = tokens.get("access_token").asString();
        assertThat(SignedJWT.parse(access).getJWTClaimsSet().getJSONObjectClaim("cnf"))
                .isEqualTo(Map.of("x5t#S256", new ClientCertificate(MINE.chain()).thumbprint()));
        asks(caller(MINE), access).expectStatus().isOk();
        asks(caller(TestCertificate.selfSigned(Wanted.of("CN=bank"))), access)
                .expectStatus()
                .isUnauthorized();
        asks(http.anyone(), access).expectStatus().isUnauthorized();

        var refreshed = TestBank.tokens(post(Map.of(
                "grant_type", "refresh_token",
                "refresh_token", tokens.get("refresh_token").asString(),
                "client_id", bank.client.id())));
        asks(caller(MINE), refreshed.get("access_token").asString())
                .expectStatus()
                .isOk();
        asks(http.anyone(), refreshed.get("access_token").asString())
                .expectStatus()
                .isUnauthorized();
    }

    private ResponseSpec trade(String code, Map<String, String> changes) {
        var form = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                TestBank.CALLBACK,
                "code_verifier",
                TestBank.VERIFIER,
                "client_id",
                bank.client.id()));
        form.putAll(changes);
        return post(form);
    }

    private ResponseSpec post(Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) {
                form.add(name, value);
            }
        });
        return caller(MINE)
                .post()
                .uri("/oauth2/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange();
    }

    private static ResponseSpec asks(RestTestClient caller, String token) {
        return caller.post()
                .uri("/camara/kyc-match/v0.4/match")
                .header("Authorization", "Bearer " + token)
                .body(Map.of("givenName", "Erika"))
                .exchange();
    }

    private RestTestClient caller(TestCertificate certificate) {
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory(certificate.calling(TestTls.SERVER.own())))
                .baseUrl(TestTls.address(server))
                .build();
    }
}
