package io.namesake.face;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of numbers beside the models: strict when they are read, for people when they are written. */
final class DescribedJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DescribedJson() {}

    /**
     * @param name what it is and where, for the message
     * @throws ModelException when it cannot be used, saying why in the type's own words
     */
    static <T> T parse(byte[] json, Class<T> type, String name) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException malformed) {
            String message = malformed.getCause() instanceof IllegalArgumentException reason
                    ? reason.getMessage()
                    : malformed.getOriginalMessage();
            throw new ModelException("the " + name + " cannot be used: " + message, malformed);
        }
    }

    static String write(Object value) {
        return JSON.writeValueAsString(value) + "\n";
    }

    /** What a type asks of its values. @throws IllegalArgumentException with the message when it does not hold */
    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
