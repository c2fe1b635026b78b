package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.X509CertUtils;
import io.namesake.TestHttp;
import io.namesake.document.specimen.wallet.SpecimenIssuer;
import io.namesake.document.specimen.wallet.SpecimenMdoc;
import io.namesake.document.specimen.wallet.SpecimenSdJwt;
import io.namesake.document.specimen.wallet.SpecimenStatus;
import io.namesake.document.wallet.CredentialKind;
import io.namesake.document.wallet.CredentialKind.Attribute;
import io.namesake.document.wallet.KeyBinding;
import io.namesake.document.wallet.SessionTranscript;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A wallet as a verifier meets one over HTTP: opens the link, fetches and checks the request, shows what was asked for, encrypts and posts it. */
final class TestWallet {
    private final TestHttp http;
    private final SpecimenIssuer issuer;
    private final Map<Attribute, Object> attributes;
    private final Optional<SpecimenStatus> status;

    TestWallet(TestHttp http, SpecimenIssuer issuer, Map<Attribute, Object> attributes) {
        this(http, issuer, attributes, Optional.empty());
    }

    private TestWallet(
            TestHttp http, SpecimenIssuer issuer, Map<Attribute, Object> attributes, Optional<SpecimenStatus> status) {
        this.status = status;
        this.http = http;
        this.issuer = issuer;
        this.attributes = attributes;
    }

    /** A wallet with the credential of the made-up person. */
    static TestWallet ofAnna(TestHttp http) {
        return new TestWallet(http, SpecimenWallets.TRUSTED, SpecimenWallets.attributes());
    }

    /** The same, whose issuer says on a list whether it still counts. */
    TestWallet listedAt(SpecimenStatus place) {
        return new TestWallet(http, issuer, attributes, Optional.of(place));
    }

    /** What was asked, once the request was found to be signed by whom it names. */
    record Request(JsonNode object) {
        String text(String member) {
            return object.get(member).asString();
        }

        SessionTranscript transcript() throws Exception {
            return SessionTranscript.ofOpenId4Vp(
                    text("client_id"),
                    text("nonce"),
                    Optional.of(key().computeThumbprint().decode()),
                    text("response_uri"));
        }

        /** By the server's clock, which tests move. */
        Instant madeAt() {
            return Instant.ofEpochSecond(object.get("iat").asLong());
        }

        ECKey key() throws Exception {
            return (ECKey) JWKSet.parse(object.at("/client_metadata/jwks").toString())
                    .getKeys()
                    .getFirst();
        }

        JsonNode credential(String id) {
            return object.at("/dcql_query/credentials")
                    .valueStream()
                    .filter(query -> query.get("id").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Request open(String link) throws Exception {
        var query = URI.create(link).getRawQuery();
        var parameters = Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        assertThat(link).startsWith("openid4vp://?");
        var answer = http.anyone()
                .get()
                .uri(here(parameters.get("request_uri")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/oauth-authz-req+jwt")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        var jws = JWSObject.parse(new String(answer, StandardCharsets.US_ASCII));
        assertThat(jws.getHeader().getType().getType()).isEqualTo("oauth-authz-req+jwt");
        var certificate = X509CertUtils.parse(
                jws.getHeader().getX509CertChain().getFirst().decode());
        assertThat(jws.verify(new ECDSAVerifier((ECPublicKey) certificate.getPublicKey())))
                .isTrue();
        var object = JsonMapper.shared().readTree(jws.getPayload().toString());
        var host = URI.create(object.get("response_uri").asString()).getHost();
        assertThat(object.get("client_id").asString())
                .isEqualTo("x509_san_dns:" + host)
                .isEqualTo(parameters.get("client_id"));
        assertThat(certificate.getSubjectAlternativeNames())
                .anySatisfy(name -> assertThat(name.getLast()).isEqualTo(host));
        assertThat(object.get("response_type").asString()).isEqualTo("vp_token");
        return new Request(object);
    }

    /** Shows what was asked for, of one kind, and posts it. */
    RestTestClient.ResponseSpec answer(String link, CredentialKind kind) throws Exception {
        var request = open(link);
        return post(request, kind, presentation(request, kind, asked(request, kind)));
    }

    /** The attributes that the query names, and no others. */
    Set<Attribute> asked(Request request, CredentialKind kind) {
        var names = request.credential(id(kind))
                .get("claims")
                .valueStream()
                .map(claim ->
                        claim.get("path").get(claim.get("path").size() - 1).asString())
                .collect(Collectors.toSet());
        var asked = EnumSet.noneOf(Attribute.class);
        for (var attribute : Attribute.values()) {
            if (names.contains(kind.name(attribute))) {
                asked.add(attribute);
            }
        }
        return asked;
    }

    String presentation(Request request, CredentialKind kind, Set<Attribute> shown) throws Exception {
        if (kind.format() == CredentialKind.Format.SD_JWT) {
            var card = status.isPresent()
                    ? SpecimenSdJwt.issue(
                            issuer, attributes, SpecimenWallets.VALID, status.get(), SpecimenWallets.RANDOM)
                    : SpecimenSdJwt.issue(issuer, attributes, SpecimenWallets.VALID, SpecimenWallets.RANDOM);
            return card.present(
                    shown, new KeyBinding(request.text("nonce"), request.text("client_id")), request.madeAt());
        }
        var mdoc = SpecimenMdoc.issue(issuer, kind, attributes, SpecimenWallets.VALID, status, SpecimenWallets.RANDOM);
        return base64url(mdoc.present(shown, request.transcript()));
    }

    RestTestClient.ResponseSpec post(Request request, CredentialKind kind, String presentation) throws Exception {
        return post(
                request,
                request.key(),
                Map.of("state", request.text("state"), "vp_token", Map.of(id(kind), List.of(presentation))));
    }

    RestTestClient.ResponseSpec post(Request request, ECKey key, Map<String, Object> answer) throws Exception {
        var jwe = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM)
                        .keyID(key.getKeyID())
                        .build(),
                new Payload(answer));
        jwe.encrypt(new ECDHEncrypter(key));
        return postForm(request, "response=" + jwe.serialize());
    }

    RestTestClient.ResponseSpec postForm(Request request, String form) {
        return http.anyone()
                .post()
                .uri(here(request.text("response_uri")))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form.getBytes(StandardCharsets.US_ASCII))
                .exchange();
    }

    /** Says that it gives nothing. */
    RestTestClient.ResponseSpec decline(String link) throws Exception {
        var request = open(link);
        return postForm(
                request,
                "error=access_denied&state=" + URLEncoder.encode(request.text("state"), StandardCharsets.UTF_8));
    }

    static String id(CredentialKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The server calls itself by its public name; the test's listens somewhere else. */
    private static String here(String uri) {
        return URI.create(uri).getRawPath();
    }
}
