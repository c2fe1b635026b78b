package io.namesake.sandbox.internal;

import io.namesake.sandbox.Document;
import io.namesake.sandbox.MagicNumber;
import io.namesake.sandbox.SandboxPicture;
import io.namesake.sandbox.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A made-up applicant, who walks the road that browsers walk, and shows what the number says. */
final class SandboxApplicant {
    /** A film as a browser takes it: three frames for each prompt, near enough to each other, and to the time it really takes. */
    private static final int FRAMES = 12;

    private static final int FRAMES_OF_A_PROMPT = 3;
    private static final int MILLISECONDS = 150;

    private final SandboxCalls calls;
    private final SandboxDocuments documents;
    private final MagicNumber magic;
    private final String number;

    /**
     * What became of a link.
     *
     * @param state the application's
     * @param session the applicant's token
     */
    record Opened(UUID application, String state, String session) {
        @Override
        public String toString() {
            return "Opened[" + application + ", " + state + "]";
        }
    }

    SandboxApplicant(SandboxCalls calls, SandboxDocuments documents, MagicNumber magic, String number) {
        this.calls = calls;
        this.documents = documents;
        this.magic = magic;
        this.number = number;
    }

    /**
     * Opens the link and goes as far as the number says.
     *
     * @param token of a capture link
     * @return how far that was
     * @throws io.namesake.problem.Problem whatever the API answers to a real applicant, in the same words
     */
    Opened open(String token) {
        var opened = calls.asAnyone().post("/v1/capture-sessions", Map.of("token", token));
        var id = UUID.fromString(opened.get("applicationId").asString());
        var session = opened.get("sessionToken").asString();
        return new Opened(id, walked(calls.as(session, id)).get("state").asString(), session);
    }

    private JsonNode walked(SandboxCalls own) {
        if (magic.way() == Way.ASKS_FOR_A_PERSON) {
            return own.post("/attended-check", Map.of());
        }
        var text = calls.asAnyone().get("/v1/consent-texts/current?locale=en");
        var consented = own.post(
                "/consent", Map.of("textVersion", text.get("version").asString(), "locale", "en", "accepted", true));
        if (magic.way() == Way.LEAVES) {
            return consented;
        }
        showDocument(own);
        showFace(own);
        return own.post("/submit", Map.of());
    }

    private void showDocument(SandboxCalls own) {
        var portrait = picture(0);
        var fields = documents.fields(magic.document(), number);
        if (magic.document() == Document.TYPED) {
            own.upload("/document", Map.of("image", List.of(portrait.jpeg()), "fields", List.of(fields)));
            return;
        }
        own.upload("/document/chip", Map.of("chip", List.of(documents.chip(magic.document(), portrait))));
        own.put("/document/fields", fields);
    }

    private void showFace(SandboxCalls own) {
        if (magic.way() == Way.SUBMITS_A_STILL) {
            own.upload("/selfie", Map.of("image", List.of(picture(1).jpeg())));
            return;
        }
        var nonce = own.post("/challenge", Map.of()).get("nonce").asString();
        var frames = new ArrayList<Object>();
        var facts = new ArrayList<Map<String, Integer>>();
        for (int i = 0; i < FRAMES; i++) {
            frames.add(picture(1 + i).jpeg());
            facts.add(Map.of("at", i * MILLISECONDS, "prompt", i / FRAMES_OF_A_PROMPT));
        }
        var capture = Map.of("frames", facts, "camera", Map.of("label", "Sandbox camera"));
        own.upload("/challenge/" + nonce + "/frames", Map.of("capture", List.of(capture), "frame", frames));
    }

    private SandboxPicture picture(int frame) {
        return new SandboxPicture(number, magic.faces(), frame);
    }
}
