package io.namesake.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestCertificate;
import io.namesake.TestCertificate.Wanted;
import io.namesake.TestHttp;
import io.namesake.TestTls;
import io.namesake.access.certificate.ClientCertificate;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** Programs that prove themselves by a certificate, and tokens that only its owner can use (RFC 8705), over real TLS. */
@NamesakeTest
@Import(ScopedOperations.class)
class MutualTlsTest {
    private static final X509Certificate SERVER = TestTls.SERVER.own();
    private static final String WHO = "/test-exposure/who";

    @Autowired
    TestHttp http;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ServletWebServerApplicationContext server;

    @Test
    void a_certificate_that_was_registered_opens_and_its_token_is_good_with_it_alone() throws Exception {
        var mine = selfSigned();
        var client = register(Map.of("thumbprints", List.of(thumbprint(mine))));
        var token = token(ask(mine, client));

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getJSONObjectClaim("cnf"))
                .isEqualTo(Map.of("x5t#S256", thumbprint(mine)));
        call(http(mine), token).expectStatus().isOk();
        call(http(selfSigned()), token).expectStatus().isUnauthorized();
        call(http(TestCertificate.callingWithout(SERVER)), token).expectStatus().isUnauthorized();
        call(http.anyone(), token).expectStatus().isUnauthorized();
    }

    @Test
    void a_certificate_that_nobody_registered_or_that_is_over_opens_nothing() {
        var mine = selfSigned();
        var over = TestCertificate.selfSigned(
                Wanted.of("CN=program").until(clock.instant().minusSeconds(60)));
        var client = register(Map.of("thumbprints", List.of(thumbprint(mine), thumbprint(over))));
        ask(mine, client).expectStatus().isOk();
        refused(ask(over, client));
        refused(ask(selfSigned(), client));
        refused(ask(mine, UUID.randomUUID().toString()));
        refused(ask(mine, "' or '1'='1"));
        refused(askWith(http(TestCertificate.callingWithout(SERVER)), client));
        refused(askWith(http.anyone(), client));
        var withSecret = TestClients.register(http, "THIRD_PARTY", "test:ask");
        refused(ask(mine, withSecret.id()));
    }

    @Test
    void a_name_that_a_configured_authority_vouches_for_opens_and_nobody_elses_word_does() throws Exception {
        var name = "billing-" + UUID.randomUUID() + ".bank.example";
        var client = register(Map.of("subjectKind", "SAN_DNS", "subject", name));
        var wanted = Wanted.of("CN=whatever", new GeneralName(GeneralName.dNSName, name));
        var vouchedFor = TestTls.AUTHORITY.issues(wanted);

        var token = token(ask(vouchedFor, client));
        call(http(vouchedFor), token).expectStatus().isOk();
        // A fresh certificate of the same name gets another token; it does not inherit the one before.
        var renewed = TestTls.AUTHORITY.issues(wanted);
        call(http(renewed), token).expectStatus().isUnauthorized();
        ask(renewed, client).expectStatus().isOk();
        // By an authority between, whose certificate comes along.
        ask(TestTls.AUTHORITY.authorityBelow("CN=Below").issues(wanted), client)
                .expectStatus()
                .isOk();

        refused(ask(TestCertificate.selfSigned(wanted), client));
        refused(ask(TestCertificate.authority("CN=Test Authority,O=Programs").issues(wanted), client));
        refused(ask(vouchedFor.issues(wanted), client));
        refused(ask(TestTls.AUTHORITY.issues(wanted.forPurpose(KeyPurposeId.id_kp_serverAuth)), client));
        refused(ask(TestTls.AUTHORITY.issues(wanted.until(clock.instant().minusSeconds(60))), client));
        refused(ask(
                TestTls.AUTHORITY.issues(Wanted.of(
                        "CN=" + name, new GeneralName(GeneralName.uniformResourceIdentifier, "https://" + name))),
                client));
    }

    @Test
    void a_distinguished_name_is_compared_as_a_name_and_not_as_a_text() {
        var client = register(Map.of("subjectKind", "SUBJECT_DN", "subject", "cn=Billing , O=Harbour  Bank"));
        // Bouncy Castle writes names down in the order of the certificate, RFC 4514 the other way round.
        ask(TestTls.AUTHORITY.issues(Wanted.of("O=Harbour Bank,CN=billing")), client)
                .expectStatus()
                .isOk();
        refused(ask(TestTls.AUTHORITY.issues(Wanted.of("O=Harbour Bank,CN=billing,OU=x")), client));
    }

    @Test
    void a_client_with_a_secret_can_be_registered_for_bound_tokens_alone() throws Exception {
        var created = create(Map.of("boundTokens", true)).expectStatus().isCreated();
        var answer = created.expectBody(JsonNode.class).returnResult().getResponseBody();
        var client = new TestClients.Registered(
                answer.at("/client/id").asString(), answer.get("secret").asString());
        assertThat(answer.at("/client/boundTokens").asBoolean()).isTrue();

        TestClients.ask(http, client, Map.of("grant_type", "client_credentials"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_request");
        var mine = selfSigned();
        var token = token(http(mine)
                .post()
                .uri("/oauth2/token")
                .header("Authorization", client.basic())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form(Map.of("grant_type", "client_credentials")))
                .exchange());
        call(http(mine), token).expectStatus().isOk();
        call(http.anyone(), token).expectStatus().isUnauthorized();
    }

    @Test
    void a_header_says_nothing_about_whoever_is_no_proxy() throws Exception {
        var mine = selfSigned();
        var client = register(Map.of("thumbprints", List.of(thumbprint(mine))));
        var token = token(ask(mine, client));
        var header = ":" + Base64.getEncoder().encodeToString(mine.own().getEncoded()) + ":";
        for (var pretender : List.of(http.anyone(), http(selfSigned()))) {
            var pretending =
                    pretender.mutate().defaultHeader("Client-Cert", header).build();
            refused(askWith(pretending, client));
            call(pretending, token).expectStatus().isUnauthorized();
        }
    }

    @Test
    void replaced_certificates_open_nothing_and_the_new_ones_do_and_the_audit_log_says_so() {
        var old = selfSigned();
        var fresh = selfSigned();
        var client = register(Map.of("thumbprints", List.of(thumbprint(old))));
        http.operator()
                .put()
                .uri("/v1/api-clients/" + client + "/certificates")
                .body(Map.of("thumbprints", List.of(thumbprint(fresh))))
                .exchange()
                .expectStatus()
                .isNoContent();
        refused(ask(old, client));
        ask(fresh, client).expectStatus().isOk();
        assertThat(jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                        .param("id", client)
                        .query(String.class)
                        .list())
                .containsExactly("api-client.registered", "api-client.certificates-replaced");
        assertThat(http.operator()
                        .get()
                        .uri("/v1/api-clients")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains(thumbprint(fresh))
                .doesNotContain(thumbprint(old));
    }

    @Test
    void what_is_no_certificate_is_not_registered() {
        var thumbprint = thumbprint(selfSigned());
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("thumbprints", List.of()),
                Map.of("thumbprints", List.of("short")),
                Map.of("thumbprints", List.of(thumbprint + "=")),
                Map.of("thumbprints", List.of("a", "b", "c", "d", "e", "f")),
                Map.of("subject", "bank.example"),
                Map.of("subjectKind", "SUBJECT_DN", "subject", "no name"),
                Map.of("subjectKind", "SAN_DNS", "subject", "x".repeat(401)),
                Map.of("subjectKind", "SAN_DNS", "subject", "bank.example", "thumbprints", List.of(thumbprint)))) {
            create(Map.of("certificates", wrong)).expectStatus().isBadRequest();
        }
        create(Map.of("externalId", "x", "certificates", Map.of("thumbprints", List.of(thumbprint))))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void the_metadata_say_where_programs_come_with_certificates() {
        http.anyone()
                .get()
                .uri("/.well-known/oauth-authorization-server")
                .exchange()
                .expectBody()
                .jsonPath("$.tls_client_certificate_bound_access_tokens")
                .isEqualTo(true)
                .jsonPath("$.mtls_endpoint_aliases.token_endpoint")
                .isEqualTo("https://programs.namesake.test/oauth2/token")
                .jsonPath("$.token_endpoint_auth_methods_supported[3]")
                .isEqualTo("self_signed_tls_client_auth")
                .jsonPath("$.token_endpoint_auth_methods_supported[4]")
                .isEqualTo("tls_client_auth");
    }

    private static TestCertificate selfSigned() {
        return TestCertificate.selfSigned(Wanted.of("CN=program"));
    }

    private static String thumbprint(TestCertificate certificate) {
        return new ClientCertificate(certificate.chain()).thumbprint();
    }

    private String register(Map<String, Object> certificates) {
        var answer = create(Map.of("certificates", certificates))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(answer.get("secret").isNull()).isTrue();
        return answer.at("/client/id").asString();
    }

    private RestTestClient.ResponseSpec create(Map<String, Object> more) {
        var wanted = new java.util.HashMap<String, Object>(
                Map.of("name", "Harbour Bank", "kind", "THIRD_PARTY", "scopes", List.of("test:ask")));
        wanted.putAll(more);
        return http.operator().post().uri("/v1/api-clients").body(wanted).exchange();
    }

    private RestTestClient http(TestCertificate mine) {
        return http(mine.calling(SERVER));
    }

    private RestTestClient http(HttpClient caller) {
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory(caller))
                .baseUrl(TestTls.address(server))
                .build();
    }

    private RestTestClient.ResponseSpec ask(TestCertificate mine, String client) {
        return askWith(http(mine), client);
    }

    private static RestTestClient.ResponseSpec askWith(RestTestClient caller, String client) {
        return caller.post()
                .uri("/oauth2/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form(Map.of("grant_type", "client_credentials", "client_id", client)))
                .exchange();
    }

    private static LinkedMultiValueMap<String, String> form(Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach(form::add);
        return form;
    }

    private static String token(RestTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("access_token")
                .asString();
    }

    private static RestTestClient.ResponseSpec call(RestTestClient caller, String token) {
        return caller.get().uri(WHO).header("Authorization", "Bearer " + token).exchange();
    }

    private static void refused(RestTestClient.ResponseSpec answer) {
        answer.expectStatus().isUnauthorized().expectBody().jsonPath("$.error").isEqualTo("invalid_client");
    }
}
