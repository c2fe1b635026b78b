package io.namesake.document.wallet;

import io.namesake.document.DocumentUnreadable;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of strangers: bounded depth, no name twice, nothing behind it. */
final class Json {
    private static final int DEEPEST = 16;
    private static final int LONGEST = 2 * 1024 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static Map<String, Object> map(byte[] json, String name) throws DocumentUnreadable {
        return read(json, new TypeReference<>() {}, name);
    }

    static List<Object> list(byte[] json, String name) throws DocumentUnreadable {
        return read(json, new TypeReference<>() {}, name);
    }

    private static <T> T read(byte[] json, TypeReference<T> type, String name) throws DocumentUnreadable {
        try {
            T value = MAPPER.readValue(json, type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException malformed) {
            // Said below.
        }
        throw new DocumentUnreadable(name + " is no JSON of its form");
    }
}
