package io.namesake.cli.tour;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of the demo's made-up applicants, who walks the road with the pictures that come with the demo. */
final class Person {
    private static final Duration MOST_WAITING = Duration.ofSeconds(60);

    private final Api anyone;
    private final String name;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final byte[] document;
    private final byte[] selfie;

    Person(Api anyone, JsonNode sample) {
        this.anyone = anyone;
        this.name = sample.get("label").asString();
        sample.get("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        this.document =
                anyone.get(sample.get("documentUrl").asString()).must(200).body();
        this.selfie = anyone.get(sample.get("selfieUrl").asString()).must(200).body();
    }

    String name() {
        return name;
    }

    /** What their document says. */
    Map<String, String> fields() {
        return fields;
    }

    /** Opens the capture link of an application. @return the applicant's own session */
    Api opens(Answer created) {
        return anyone.as(sessionOf(created.must(201).at("/captureLink/url")).at("/sessionToken"));
    }

    /** All of the road, from the link that somebody else was given for them. @return the application, decided */
    JsonNode walksThrough(String link) {
        var session = sessionOf(link);
        return walks(anyone.as(session.at("/sessionToken")), session.at("/applicationId"));
    }

    private Answer sessionOf(String link) {
        return anyone.post("/v1/capture-sessions", Map.of("token", link.substring(link.indexOf('#') + 1)))
                .must(201);
    }

    /** Agrees, shows document and face, and waits for the decision. @return the application, decided */
    JsonNode walks(Api session, String application) {
        var consent = anyone.get("/v1/consent-texts/current?locale=en").must(200);
        session.post(
                        path(application, "consent"),
                        Map.of("textVersion", consent.at("/version"), "locale", "en", "accepted", true))
                .must(200);
        session.send(
                        path(application, "document"),
                        new FormData()
                                .file("image", "image/jpeg", document)
                                .json("fields", JsonMapper.shared().writeValueAsString(fields)))
                .must(200);
        session.send(path(application, "selfie"), new FormData().file("image", "image/jpeg", selfie))
                .must(200);
        session.post(path(application, "submit"), Map.of()).must(202);
        return decided(session, application);
    }

    private static JsonNode decided(Api session, String application) {
        long end = System.nanoTime() + MOST_WAITING.toNanos();
        while (System.nanoTime() < end) {
            var answer = session.get("/v1/applications/" + application).must(200);
            if (!answer.at("/state").equals("SUBMITTED")) {
                return answer.json();
            }
            pause();
        }
        throw new BrokenPromise("An application that was accepted must be decided");
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenPromise("The tour was interrupted");
        }
    }

    /** Trades a verified application for a session of their own. */
    Api sees(Api session) {
        return anyone.as(session.post("/v1/me/sessions", Map.of()).must(201).at("/token"));
    }

    /** Is verified once more for a look at their lines. */
    Api comesBack() {
        var created = anyone.post("/v1/me/verifications", Map.of("locale", "en"));
        var session = opens(created);
        var decided = walks(session, created.at("/id"));
        if (!decided.at("/state").asString().equals("VERIFIED")) {
            throw new BrokenPromise(name + " must be verified again, and was " + decided.at("/state"));
        }
        return sees(session);
    }

    private static String path(String application, String step) {
        return "/v1/applications/" + application + "/" + step;
    }
}
