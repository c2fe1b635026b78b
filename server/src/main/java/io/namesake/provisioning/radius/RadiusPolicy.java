package io.namesake.provisioning.radius;

import io.namesake.policyfile.PolicyFile;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    static final PolicyFile<RadiusPolicy> FILE = PolicyFile.of(RadiusPolicy.class);

    private static final int KNOWN_VERSION = 1;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

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
