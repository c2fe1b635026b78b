package io.namesake.application.internal;

import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/**
 * An answer to a challenge as a browser would send it; the face engine of these tests looks at no pixel of it.
 *
 * @param images the frames
 * @param at when each was taken, in milliseconds
 * @param prompts what was asked for then
 * @param label of the camera; null when the browser says none
 */
record ChallengeAnswer(List<byte[]> images, List<Long> at, List<Integer> prompts, String label) {

    /** Twelve frames, 250 ms apart, three for each prompt. */
    static ChallengeAnswer honest() {
        List<byte[]> images = new ArrayList<>();
        List<Long> at = new ArrayList<>();
        List<Integer> prompts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            images.add(frame(i));
            at.add(5_000L + 250 * i);
            prompts.add(i / 3);
        }
        return new ChallengeAnswer(images, at, prompts, "Front camera");
    }

    /** Bytes of a selfie that differ from all other frames' by what follows the picture. */
    static byte[] frame(int number) {
        byte[] image = Arrays.copyOf(Pictures.SELFIE_OF_A, Pictures.SELFIE_OF_A.length + 1);
        image[image.length - 1] = (byte) number;
        return image;
    }

    ChallengeAnswer with(int index, byte[] image) {
        var others = new ArrayList<>(images);
        others.set(index, image);
        return new ChallengeAnswer(others, at, prompts, label);
    }

    ChallengeAnswer takenAt(List<Long> times) {
        return new ChallengeAnswer(images, times, prompts, label);
    }

    ChallengeAnswer prompted(List<Integer> order) {
        return new ChallengeAnswer(images, at, order, label);
    }

    ChallengeAnswer by(String camera) {
        return new ChallengeAnswer(images, at, prompts, camera);
    }

    Object capture() {
        List<Map<String, Object>> frames = new ArrayList<>();
        for (int i = 0; i < at.size(); i++) {
            frames.add(Map.of("at", at.get(i), "prompt", prompts.get(i)));
        }
        Map<String, Object> capture = new HashMap<>(Map.of("frames", frames));
        if (label != null) {
            capture.put("camera", Map.of("label", label, "width", 640, "height", 480, "frameRate", 30));
        }
        return capture;
    }

    ResponseSpec send(TestApplicant applicant, String nonce) {
        return applicant.answerChallenge(nonce, images, capture());
    }

    /** An applicant with consent and a document. */
    static TestApplicant applicant(TestHttp http) {
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        return applicant;
    }

    static String draw(TestApplicant applicant) {
        return body(applicant.drawChallenge().expectStatus().isCreated())
                .get("nonce")
                .asString();
    }

    static JsonNode body(ResponseSpec answer) {
        return answer.expectBody(JsonNode.class).returnResult().getResponseBody();
    }
}
