package io.namesake.provisioning.radius;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the network is answered for a line in each state, as it stands in one YAML file. Whoever reads it knows what a line does in
 * the network; nothing else decides it.
 *
 * @param version of the file's form, 1
 * @param attributes RADIUS attributes beyond those that are known ({@link AttributeDictionary}), by name
 * @param everywhere the answer for each state, all of them
 * @param operators what one operator, by its name, answers instead
 */
record RadiusPolicy(
        int version,
        Map<String, RadiusAttribute> attributes,
        Map<LineState, AccessAnswer> everywhere,
        Map<String, Map<LineState, AccessAnswer>> operators) {
    static final int LARGEST = 64 * 1024;
    private static final int KNOWN_VERSION = 1;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    RadiusPolicy {
        if (version != KNOWN_VERSION) {
            throw new IllegalArgumentException("version must be " + KNOWN_VERSION);
        }
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        attributes.keySet().forEach(RadiusPolicy::requireName);
        if (everywhere == null || everywhere.size() < LineState.values().length || everywhere.containsValue(null)) {
            throw new IllegalArgumentException("everywhere must answer for each of " + List.of(LineState.values()));
        }
        everywhere = Map.copyOf(everywhere);
        operators = operators == null ? Map.of() : Map.copyOf(operators);
        var dictionary = new AttributeDictionary(attributes);
        everywhere.values().forEach(answer -> requireKnown(answer, dictionary));
        operators.values().stream()
                .flatMap(answers -> answers.values().stream())
                .forEach(answer -> requireKnown(answer, dictionary));
    }

    /** What a policy file is wrong in, and where. */
    static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Invalid(@Nullable TokenStreamLocation where, String what) {
            super(
                    where == null || where.getLineNr() < 1
                            ? what
                            : "line " + where.getLineNr() + ", column " + where.getColumnNr() + ": " + what,
                    null,
                    false,
                    false);
        }
    }

    /** @throws Invalid with line and column, when it is not a policy */
    static RadiusPolicy parse(byte[] file) {
        if (file.length > LARGEST) {
            throw new Invalid(null, "a policy has at most " + LARGEST + " bytes");
        }
        try {
            var policy = YAML.readValue(new String(file, StandardCharsets.UTF_8), RadiusPolicy.class);
            if (policy == null) {
                throw new Invalid(null, "it is empty");
            }
            return policy;
        } catch (UnrecognizedPropertyException unknown) {
            throw new Invalid(
                    unknown.getLocation(),
                    "`" + unknown.getPropertyName() + "` is not known here; known are "
                            + unknown.getKnownPropertyIds());
        } catch (JacksonException wrong) {
            throw new Invalid(wrong.getLocation(), saying(wrong));
        }
    }

    /** Our own words where we refused a value, else the parser's first line. */
    private static String saying(JacksonException wrong) {
        if (wrong instanceof DatabindException && wrong.getCause() instanceof IllegalArgumentException ours) {
            return String.valueOf(ours.getMessage());
        }
        return wrong.getOriginalMessage().lines().findFirst().orElse("this is not YAML");
    }

    AttributeDictionary dictionary() {
        return new AttributeDictionary(attributes);
    }

    /** @param operator the operator's name */
    AccessAnswer of(String operator, LineState state) {
        var own = operators.getOrDefault(operator, Map.of()).get(state);
        return own != null ? own : everywhere.get(state);
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an attribute's name has letters, digits and hyphens, at most 64");
        }
    }

    /** Encoding it shows that it can be sent; a placeholder is short and stands for something short. */
    private static void requireKnown(@Nullable AccessAnswer answer, AttributeDictionary dictionary) {
        if (answer == null) {
            throw new IllegalArgumentException("an answer is missing");
        }
        answer.attributes().forEach((name, values) -> values.forEach(value -> dictionary.encoded(name, value)));
    }
}
