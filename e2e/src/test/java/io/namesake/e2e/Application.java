package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.e2e.Api.Answer;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * One application as the applicant's browser drives it through the API.
 *
 * @param api speaks with the credential of the applicant's capture session
 * @param id the application's
 * @param line what was asked for
 */
record Application(Api api, String id, String line) {

    /** Fields of a document that is in order. */
    static final Map<String, String> FIELDS = Map.of(
            "familyName", "Muster",
            "givenNames", "Erika",
            "documentNumber", "T22000129",
            "birthDate", "1984-01-26",
            "expiryDate", "2039-10-31");

    /** What an operator's shop gets when it starts an application: the link that the applicant opens. */
    static Answer create(Api operator, String line) {
        String service = line.contains("@") ? "INTERNET" : "MOBILE";
        Answer created = operator.post("/v1/applications", Map.of("service", service, "line", line, "locale", "en"));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created;
    }

    /** The one-time secret in a capture link. */
    static String token(Answer created) {
        String url = created.body().get("captureLink").get("url").asString();
        return url.substring(url.indexOf('#') + 1);
    }

    /** Creates an application and opens its link, as the applicant's browser would. */
    static Application open(ServerProcess server, String line) {
        return open(server, create(Api.operator(server), line), line);
    }

    /** Opens a link that somebody was given. */
    static Application open(ServerProcess server, Answer created, String line) {
        Answer session = Api.anyone(server).post("/v1/capture-sessions", Map.of("token", token(created)));
        assertThat(session.status()).as(session.toString()).isEqualTo(201);
        return new Application(Api.anyone(server).as(session.text("sessionToken")), created.text("id"), line);
    }

    Application consent() {
        Answer text = api.get("/v1/consent-texts/current?locale=en");
        expect(
                200,
                api.post(
                        path("/consent"),
                        Map.of("textVersion", text.text("version"), "locale", "en", "accepted", true)));
        return this;
    }

    Application document(byte[] image) {
        expect(200, tryDocument(image));
        return this;
    }

    Application selfie(byte[] image) {
        expect(200, trySelfie(image));
        return this;
    }

    Application submit() {
        expect(202, trySubmit());
        return this;
    }

    Answer tryDocument(byte[] image) {
        return tryDocument(image, FIELDS);
    }

    Answer tryDocument(byte[] image, Map<String, String> fields) {
        return api.post(path("/document"), Multipart.image(image).fields(fields));
    }

    Answer trySelfie(byte[] image) {
        return api.post(path("/selfie"), Multipart.image(image));
    }

    Answer trySubmit() {
        return api.post(path("/submit"), Map.of());
    }

    JsonNode state() {
        Answer answer = api.get("/v1/applications/" + id);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    /** Waits for the decision and returns the application with it. */
    JsonNode decided() {
        return Awaitility.await("decision of " + id)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(this::state, application -> !application.get("decision").isNull());
    }

    private String path(String step) {
        return "/v1/applications/" + id + step;
    }

    private static void expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }
}
