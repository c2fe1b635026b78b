package io.namesake.application;

import io.namesake.TestHttp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** Somebody who wants a line, walking the road over HTTP as the portal does. */
public final class TestApplicant {
    public static final Map<String, String> FIELDS = Map.of(
            "familyName", "Muster",
            "givenNames", "Erika",
            "documentNumber", "C01X00T47",
            "birthDate", "1990-05-17",
            "expiryDate", "2099-12-31");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RestTestClient client;
    public final String id;
    public final String line;
    public final String linkToken;
    public final String sessionToken;

    private TestApplicant(TestHttp http, String id, String line, String linkToken) {
        this.id = id;
        this.line = line;
        this.linkToken = linkToken;
        this.sessionToken = openSession(http, linkToken)
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("sessionToken")
                .asString();
        this.client = http.bearer(sessionToken);
    }

    /** Asks for a mobile line that nobody else asks for, and opens the capture link. */
    public static TestApplicant withSession(TestHttp http) {
        return withSession(http, newLine());
    }

    /** Asks for this mobile line, and opens the capture link. */
    public static TestApplicant withSession(TestHttp http, String line) {
        var created = create(http, line)
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        var url = created.get("captureLink").get("url").asString();
        return new TestApplicant(http, created.get("id").asString(), line, url.substring(url.indexOf('#') + 1));
    }

    /** Opens a link that was given out otherwise than by an application of the operator's. */
    public static TestApplicant withLink(TestHttp http, String id, String line, String url) {
        return new TestApplicant(http, id, line, url.substring(url.indexOf('#') + 1));
    }

    /** Comes to the open door to see their own lines, and opens the capture link. */
    public static TestApplicant forMyLines(TestHttp http) {
        var created = http.anyone()
                .post()
                .uri("/v1/me/verifications")
                .body(Map.of("locale", "en"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        var url = created.get("captureLink").get("url").asString();
        return new TestApplicant(http, created.get("id").asString(), "", url.substring(url.indexOf('#') + 1));
    }

    /** Is to stand for a line that is in use. */
    public static TestApplicant again(TestHttp http, String line) {
        var created = http.operator()
                .post()
                .uri("/v1/applications")
                .body(Map.of("purpose", "REVERIFY", "service", "MOBILE", "line", line, "locale", "en"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        var url = created.get("captureLink").get("url").asString();
        return new TestApplicant(http, created.get("id").asString(), line, url.substring(url.indexOf('#') + 1));
    }

    /** A session and consent. */
    public static TestApplicant withConsent(TestHttp http) {
        var applicant = withSession(http);
        applicant.consent(http).expectStatus().isOk();
        return applicant;
    }

    /** A number that no other test of this JVM has. */
    public static String newLine() {
        return "+86138002" + String.format("%05d", NUMBER.incrementAndGet());
    }

    public static RestTestClient.ResponseSpec create(TestHttp http, String line) {
        return http.operator()
                .post()
                .uri("/v1/applications")
                .body(Map.of("service", "MOBILE", "line", line, "locale", "en"))
                .exchange();
    }

    public static RestTestClient.ResponseSpec openSession(TestHttp http, String linkToken) {
        return http.anyone()
                .post()
                .uri("/v1/capture-sessions")
                .body(Map.of("token", linkToken))
                .exchange();
    }

    public RestTestClient.ResponseSpec consent(TestHttp http) {
        var version = http.anyone()
                .get()
                .uri("/v1/consent-texts/current?locale=en")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("version")
                .asString();
        return post("consent", Map.of("textVersion", version, "locale", "en", "accepted", true));
    }

    public RestTestClient.ResponseSpec document(byte[] picture) {
        return document(picture, FIELDS);
    }

    public RestTestClient.ResponseSpec document(byte[] picture, Object fields) {
        var json = new HttpHeaders();
        json.setContentType(MediaType.APPLICATION_JSON);
        return upload("document", picture, new HttpEntity<>(fields, json));
    }

    public RestTestClient.ResponseSpec chip(byte[] file) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("chip", file(file));
        return client.post()
                .uri(path("document/chip"))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }

    /** Sends pictures of a document's sides. */
    public RestTestClient.ResponseSpec pages(List<byte[]> sides) {
        var parts = new LinkedMultiValueMap<String, Object>();
        sides.forEach(side -> parts.add("page", file(side)));
        return client.post()
                .uri(path("document/pages"))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }

    public RestTestClient.ResponseSpec chipChallenge() {
        return client.post().uri(path("document/chip/challenge")).exchange();
    }

    public RestTestClient.ResponseSpec reading() {
        return client.get().uri(path("document/reading")).exchange();
    }

    /** What was read of the document. */
    public JsonNode whatWasRead() {
        return reading()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    public RestTestClient.ResponseSpec portrait() {
        return client.get().uri(path("document/portrait")).exchange();
    }

    /** Asks to answer with a wallet. @return the link that opens it */
    public String walletLink() {
        return post("wallet-request", Map.of())
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("link")
                .asString();
    }

    public RestTestClient.ResponseSpec confirm(Object fields) {
        return client.put().uri(path("document/fields")).body(fields).exchange();
    }

    public RestTestClient.ResponseSpec selfie(byte[] picture) {
        return upload("selfie", picture, null);
    }

    public RestTestClient.ResponseSpec assess(byte[] picture) {
        return upload("selfie/assessment", picture, null);
    }

    public RestTestClient.ResponseSpec assessDocument(byte[] picture) {
        return upload("document/assessment", picture, null);
    }

    public RestTestClient.ResponseSpec drawChallenge() {
        return post("challenge", Map.of());
    }

    /** Sends frames that answer the challenge with this nonce, and what is said of them. */
    public RestTestClient.ResponseSpec answerChallenge(String nonce, List<byte[]> frames, Object capture) {
        var json = new HttpHeaders();
        json.setContentType(MediaType.APPLICATION_JSON);
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("capture", new HttpEntity<>(capture, json));
        frames.forEach(frame -> parts.add("frame", file(frame)));
        return client.post()
                .uri(path("challenge/" + nonce + "/frames"))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }

    public RestTestClient.ResponseSpec submit() {
        return client.post().uri(path("submit")).exchange();
    }

    public RestTestClient.ResponseSpec attendedCheck() {
        return post("attended-check", Map.of());
    }

    public RestTestClient.ResponseSpec get() {
        return client.get().uri("/v1/applications/" + id).exchange();
    }

    public JsonNode state() {
        return get().expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    /** Submits, and waits until the application is decided. */
    public JsonNode decided() {
        submit().expectStatus().isAccepted();
        return Stream.generate(this::afterAMoment)
                .limit(600)
                .filter(application -> !application.get("state").asString().equals("SUBMITTED"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not decided within a minute"));
    }

    /** The codes of why an application was decided as it was. */
    public static List<String> reasons(JsonNode application) {
        return application
                .get("decision")
                .get("reasons")
                .valueStream()
                .map(reason -> reason.get("code").asString())
                .toList();
    }

    private JsonNode afterAMoment() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return state();
    }

    public RestTestClient.ResponseSpec post(String step, Object body) {
        return client.post().uri(path(step)).body(body).exchange();
    }

    private RestTestClient.ResponseSpec upload(String step, byte[] picture, Object fields) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("image", file(picture));
        if (fields != null) {
            parts.add("fields", fields);
        }
        return client.post()
                .uri(path(step))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }

    private static ByteArrayResource file(byte[] picture) {
        return new ByteArrayResource(picture) {
            @Override
            public String getFilename() {
                return "picture";
            }
        };
    }

    private String path(String step) {
        return "/v1/applications/" + id + "/" + step;
    }
}
