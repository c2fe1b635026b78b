package io.namesake.access.signin;

import io.namesake.mylines.TestDevice;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A device of one of the staff that keeps a passkey, with what its page sends. */
record PasskeyDevice(TestDevice device, String label) {

    static PasskeyDevice called(String label) {
        return new PasskeyDevice(new TestDevice("http://localhost:8080"), label);
    }

    /** One on which a page of another site was believed. */
    static PasskeyDevice fooled(String label) {
        return new PasskeyDevice(new TestDevice("http://localhost.example:8080"), label);
    }

    Map<String, Object> creates(JsonNode ceremony) {
        var answer = answer(ceremony, device.creates(ceremony.get("publicKey")));
        answer.put("label", label);
        return answer;
    }

    Map<String, Object> signs(JsonNode ceremony) {
        return answer(ceremony, device.signs(ceremony.get("publicKey")));
    }

    /** Without having made sure who holds it. */
    Map<String, Object> signsForAnybody(JsonNode ceremony) {
        return answer(ceremony, device.signsForAnybody(ceremony.get("publicKey")));
    }

    private Map<String, Object> answer(JsonNode ceremony, Map<String, Object> credential) {
        var answer = new HashMap<String, Object>();
        answer.put("ceremonyId", ceremony.get("ceremonyId").asString());
        answer.put("credential", credential);
        return answer;
    }
}
