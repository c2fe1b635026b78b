package io.namesake.mylines;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.face.PresentationAttack.Finding;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Who was verified once comes back with a passkey, and without one only by a fresh verification. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class PasskeysTest {
    /** What the test's server takes for its own address. */
    private static final String ORIGIN = "http://localhost:8080";

    @Autowired
    TestHttp http;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    private final TestDevice device = new TestDevice(ORIGIN);
    private TestPerson erika;
    private String line;
    private TestPerson.Visit visit;

    @BeforeEach
    void a_person_who_was_verified() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        erika = new TestPerson(http, "Muster");
        line = erika.takesLine();
        visit = erika.looksAtTheirLines();
    }

    @Test
    void with_a_passkey_a_person_comes_back_and_sees_their_own_lines() {
        add(device).expectStatus().isCreated();

        var begun = begin();
        var session = signIn(begun, device.signs(options(begun)))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        http.bearer(session.get("token").asString())
                .get()
                .uri("/v1/me/lines")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.lines[0].line")
                .isEqualTo(line);
        assertThat(visit.get("/v1/me/passkeys").at("/passkeys/0/label").asString())
                .isEqualTo("my phone");
    }

    @Test
    void a_passkey_that_was_removed_opens_nothing() {
        add(device).expectStatus().isCreated();
        var id = visit.get("/v1/me/passkeys").at("/passkeys/0/id").asString();
        new TestPerson(http, "Other")
                .looksAtTheirLines()
                .delete("/v1/me/passkeys/" + id)
                .expectStatus()
                .isNotFound();

        visit.delete("/v1/me/passkeys/" + id).expectStatus().isNoContent();

        var begun = begin();
        signIn(begun, device.signs(options(begun))).expectStatus().isEqualTo(422);
    }

    @Test
    void an_answer_counts_once_and_only_for_the_challenge_that_it_answers() {
        add(device).expectStatus().isCreated();
        var begun = begin();
        var answer = device.signs(options(begun));
        signIn(begun, answer).expectStatus().isCreated();

        signIn(begun, answer).expectStatus().isEqualTo(422);
        signIn(begin(), answer).expectStatus().isEqualTo(422);
    }

    @Test
    void a_challenge_does_not_wait_for_ever() {
        add(device).expectStatus().isCreated();
        var begun = begin();
        clock.advance(Duration.ofMinutes(6));
        signIn(begun, device.signs(options(begun))).expectStatus().isEqualTo(422);
    }

    @Test
    void a_device_that_did_not_verify_its_user_and_a_page_of_somebody_else_are_turned_away() {
        add(device).expectStatus().isCreated();
        var begun = begin();
        signIn(begun, device.signsForAnybody(options(begun))).expectStatus().isEqualTo(422);
        var phished = new TestDevice("https://namesake.example.evil");
        add(phished).expectStatus().isEqualTo(422);
    }

    @Test
    void what_was_signed_by_another_key_or_bent_is_turned_away_without_an_error_of_ours() {
        add(device).expectStatus().isCreated();
        var begun = begin();
        signIn(begun, new TestDevice(ORIGIN).signs(options(begun)))
                .expectStatus()
                .isEqualTo(422);
        for (var damage : new String[] {"clientDataJSON", "authenticatorData", "signature"}) {
            var again = begin();
            var answer = new HashMap<>(device.signs(options(again)));
            @SuppressWarnings("unchecked")
            var response = new HashMap<>((Map<String, Object>) answer.get("response"));
            response.put(damage, "AAAA");
            answer.put("response", response);
            signIn(again, answer).expectStatus().isEqualTo(422);
        }
        var last = begin();
        signIn(last, Map.of("id", "x")).expectStatus().isEqualTo(422);
        signIn(last, Map.of()).expectStatus().isEqualTo(422);
    }

    @Test
    void nobody_adds_a_passkey_for_another_person() {
        var other = new TestPerson(http, "Other").looksAtTheirLines();
        var begun = beginAdding(visit);
        other.post(
                        "/v1/me/passkeys",
                        Map.of(
                                "ceremonyId", begun.get("ceremonyId").asString(),
                                "label", "mine now",
                                "credential", device.creates(options(begun))))
                .expectStatus()
                .isEqualTo(422);
        http.anyone()
                .post()
                .uri("/v1/me/passkeys/ceremonies")
                .body(Map.of())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private ResponseSpec add(TestDevice added) {
        var begun = beginAdding(visit);
        return visit.post(
                "/v1/me/passkeys",
                Map.of(
                        "ceremonyId", begun.get("ceremonyId").asString(),
                        "label", "my phone",
                        "credential", added.creates(options(begun))));
    }

    private static JsonNode beginAdding(TestPerson.Visit person) {
        return person.post("/v1/me/passkeys/ceremonies", Map.of("label", "my phone"))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode begin() {
        return http.anyone()
                .post()
                .uri("/v1/me/passkey-sessions/ceremonies")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private static JsonNode options(JsonNode begun) {
        return begun.get("publicKey");
    }

    private ResponseSpec signIn(JsonNode begun, Map<String, Object> credential) {
        return http.anyone()
                .post()
                .uri("/v1/me/passkey-sessions")
                .body(Map.of("ceremonyId", begun.get("ceremonyId").asString(), "credential", credential))
                .exchange();
    }
}
