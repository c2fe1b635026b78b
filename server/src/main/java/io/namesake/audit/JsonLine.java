package io.namesake.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object of a file that a stranger made: exactly the members that are expected, each of its type, none twice. Two verifiers
 * that read this strictly cannot be made to see different things in one file.
 */
record JsonLine(long line, JsonNode object) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static JsonLine parse(long line, String text, Set<String> members) throws Malformed {
        try {
            var object = JSON.readTree(text);
            if (object.isObject() && new HashSet<>(object.propertyNames()).equals(members)) {
                return new JsonLine(line, object);
            }
        } catch (JacksonException notJson) {
            // Said below: the parser's message would repeat what it read.
        }
        throw new Malformed(line, "Line %d is not a JSON object with the members that belong there.".formatted(line));
    }

    JsonLine object(String name, Set<String> members) throws Malformed {
        var value = object.get(name);
        if (!value.isObject() || !new HashSet<>(value.propertyNames()).equals(members)) {
            throw wrong(name);
        }
        return new JsonLine(line, value);
    }

    String text(String name) throws Malformed {
        return text(name, object.get(name));
    }

    /** 64 lower-case hexadecimal digits. */
    String hash(String name) throws Malformed {
        return hash(name, object.get(name));
    }

    List<String> texts(String name, int most) throws Malformed {
        var texts = new ArrayList<String>();
        for (var element : list(name, most)) {
            texts.add(text(name, element));
        }
        return texts;
    }

    List<String> hashes(String name, int most) throws Malformed {
        var hashes = new ArrayList<String>();
        for (var element : list(name, most)) {
            hashes.add(hash(name, element));
        }
        return hashes;
    }

    /** A whole number from 1 on, written without fraction and exponent. */
    long number(String name, long most) throws Malformed {
        var value = object.get(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 1
                || value.longValue() > most) {
            throw wrong(name);
        }
        return value.longValue();
    }

    private List<JsonNode> list(String name, int most) throws Malformed {
        var value = object.get(name);
        if (!value.isArray() || value.size() > most) {
            throw wrong(name);
        }
        return value.valueStream().toList();
    }

    private String hash(String name, JsonNode value) throws Malformed {
        var text = text(name, value);
        if (!HASH.matcher(text).matches()) {
            throw wrong(name);
        }
        return text;
    }

    /** Half a surrogate pair, which JSON can spell, has no bytes to be hashed. */
    private String text(String name, JsonNode value) throws Malformed {
        if (!value.isString()
                || value.stringValue()
                        .codePoints()
                        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw wrong(name);
        }
        return value.stringValue();
    }

    private Malformed wrong(String name) {
        return new Malformed(line, "Line %d: \"%s\" is not what belongs there.".formatted(line, name));
    }
}
