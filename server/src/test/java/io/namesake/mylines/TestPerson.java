package io.namesake.mylines;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A made-up person with a document of their own, who can be verified as often as the test wants. */
public final class TestPerson {
    private final TestHttp http;
    private final Map<String, String> fields;

    public TestPerson(TestHttp http, String familyName) {
        this(http, familyName, "Erika", "P" + UUID.randomUUID().toString().substring(0, 8));
    }

    public TestPerson(TestHttp http, String familyName, String givenNames, String documentNumber) {
        this.http = http;
        this.fields = new HashMap<>(TestApplicant.FIELDS);
        fields.put("familyName", familyName);
        fields.put("givenNames", givenNames);
        fields.put("documentNumber", documentNumber);
    }

    /** Takes a new mobile line. @return its number */
    public String takesLine() {
        var line = TestApplicant.newLine();
        verified(TestApplicant.withSession(http, line));
        return line;
    }

    /** Is verified for nothing but a look at their lines, starting at the open door. */
    public Visit looksAtTheirLines() {
        return visit(verified(TestApplicant.forMyLines(http)));
    }

    /** Walks the road of an application to the end. */
    public TestApplicant verified(TestApplicant applicant) {
        applicant.consent(http).expectStatus().isOk();
        applicant.document(Pictures.DOCUMENT_OF_A, fields).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
        return applicant;
    }

    /** Trades a verified application for a session of one's own. */
    public Visit visit(TestApplicant applicant) {
        var session = http.bearer(applicant.sessionToken)
                .post()
                .uri("/v1/me/sessions")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return new Visit(http.bearer(session.get("token").asString()), applicant.id);
    }

    /** A person among their lines. @param client calls with their session @param application by which they were verified */
    public record Visit(RestTestClient client, String application) {

        public List<JsonNode> lines() {
            return get("/v1/me/lines").get("lines").valueStream().toList();
        }

        /** The line of this number. */
        public JsonNode line(String number) {
            return lines().stream()
                    .filter(line -> line.get("line").asString().equals(number))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("That line is not in this person's name"));
        }

        public JsonNode get(String path) {
            return client.get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(JsonNode.class)
                    .returnResult()
                    .getResponseBody();
        }

        public ResponseSpec post(String path, Object body) {
            return client.post().uri(path).body(body).exchange();
        }

        public ResponseSpec delete(String path) {
            return client.delete().uri(path).exchange();
        }

        /** Says that the line of this number is not theirs. @return the dispute's id */
        public String disputes(String number) {
            return post(
                            "/v1/me/lines/" + line(number).get("id").asString() + "/dispute",
                            Map.of("claim", "NEVER_TOOK_IT"))
                    .expectStatus()
                    .isCreated()
                    .expectBody(JsonNode.class)
                    .returnResult()
                    .getResponseBody()
                    .get("id")
                    .asString();
        }
    }
}
