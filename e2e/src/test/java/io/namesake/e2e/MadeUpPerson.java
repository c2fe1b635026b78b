package io.namesake.e2e;

import io.namesake.e2e.Api.Answer;
import java.util.HashMap;
import java.util.Map;

/**
 * Somebody with a document of their own, who walks the road over HTTP on a server that asks for no movements. All of them lend their
 * pictures from the same sample; who they are stands in the document.
 *
 * @param server where
 * @param givenNames theirs
 * @param documentNumber by which the registry knows them again
 */
record MadeUpPerson(ServerProcess server, String givenNames, String documentNumber) {
    private static final People PICTURES = People.ofSamples();

    private static final Map<String, String> REQUEST = Map.of("service", "MOBILE", "locale", "en");

    Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>(Application.FIELDS);
        fields.put("givenNames", givenNames);
        fields.put("documentNumber", documentNumber);
        return fields;
    }

    /** Takes a new line. @return the application, decided */
    Application takes(String line) {
        return walks(Application.create(Api.operator(server), line), line);
    }

    /** Walks another application for a line. @param more what it is for, such as {@code purpose}, {@code service}, {@code sim} */
    Application asks(String line, Map<String, ?> more) {
        Map<String, Object> wanted = new HashMap<>(REQUEST);
        wanted.put("line", line);
        wanted.putAll(more);
        return walks(Api.operator(server).post("/v1/applications", wanted).must(201), line);
    }

    /** Opens the link, agrees, shows document and face, and waits for the decision. */
    Application walks(Answer created, String line) {
        Application road = Application.open(server, created, line).consent();
        road.tryDocument(PICTURES.document(), fields()).must(200);
        road.selfie(PICTURES.selfie()).submit().decided();
        return road;
    }

    /** Is verified for their own list. @return the token that shows it */
    String holderToken() {
        Answer created = Api.anyone(server).post("/v1/me/verifications", Map.of("locale", "en"));
        return tokenOf(walks(created.must(201), ""));
    }

    /** Trades an application that was just verified for a look at one's lines. */
    static String tokenOf(Application verified) {
        return verified.api().post("/v1/me/sessions", Map.of()).must(201).text("token");
    }

    /** The same person's own view of their lines. */
    Api visit() {
        return Api.anyone(server).as(holderToken());
    }
}
