package io.namesake.access.internal;

import io.namesake.access.AccessRule;
import io.namesake.access.AccessRules;
import io.namesake.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code policy.yaml}. A word in it that means nothing stops the start: a misspelt role must not close or open a door. */
@Component
class AccessPolicy implements AccessRules {
    private static final String FILE = "/io/namesake/access/policy.yaml";
    private static final Pattern OPERATION = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) /v1(/[^ ]+)");
    private static final Pattern SCOPE = Pattern.compile("[a-z0-9-]+(:[A-Za-z0-9-]+){1,2}");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final SortedMap<String, AccessRule> rules;

    AccessPolicy() {
        rules = Collections.unmodifiableSortedMap(read());
    }

    @Override
    public Optional<AccessRule> of(String operation) {
        return Optional.ofNullable(rules.get(operation));
    }

    @Override
    public SortedMap<String, AccessRule> all() {
        return rules;
    }

    private static SortedMap<String, AccessRule> read() {
        try (InputStream file = AccessPolicy.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            Map<String, List<String>> lines =
                    YAML.readValue(file, new TypeReference<LinkedHashMap<String, List<String>>>() {});
            var rules = new TreeMap<String, AccessRule>();
            lines.forEach((operation, words) -> rules.put(operation, rule(operation, words)));
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming the operation, when the words are not those of a policy */
    static AccessRule rule(String operation, List<String> words) {
        if (!OPERATION.matcher(operation).matches() || words.isEmpty()) {
            throw new IllegalArgumentException("The access policy says nothing understandable of " + operation);
        }
        var roles = EnumSet.noneOf(Role.class);
        var scopes = new TreeSet<String>();
        var kinds = new TreeSet<String>();
        for (var word : words) {
            switch (word) {
                case "ANYONE", "APPLICANT", "HOLDER", "OPERATOR", "NETWORK" -> kinds.add(word);
                case String scope when SCOPE.matcher(scope).matches() -> scopes.add(scope);
                default -> roles.add(role(operation, word));
            }
        }
        if (kinds.contains("ANYONE") && words.size() > 1) {
            throw new IllegalArgumentException("The access policy opens " + operation + " to anyone and to others");
        }
        return new AccessRule(
                kinds.contains("ANYONE"),
                kinds.contains("APPLICANT"),
                kinds.contains("HOLDER"),
                kinds.contains("OPERATOR"),
                kinds.contains("NETWORK"),
                roles,
                scopes);
    }

    private static Role role(String operation, String word) {
        try {
            return Role.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The access policy names nobody's role for " + operation + ": " + word, e);
        }
    }
}
