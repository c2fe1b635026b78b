package io.namesake.remediation.internal;

import io.namesake.remediation.Doubt;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An operator's policy on remediation, as it stands in one YAML file.
 *
 * @param version of the file's form, 1
 * @param everywhere what holds for a doubt that is not named
 * @param doubts what holds for one doubt instead
 */
record RemediationPolicy(int version, Terms everywhere, Map<Doubt, Terms> doubts) {
    private static final int LARGEST = 64 * 1024;
    private static final int KNOWN_VERSION = 1;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    RemediationPolicy {
        if (version != KNOWN_VERSION) {
            throw new IllegalArgumentException("version must be " + KNOWN_VERSION);
        }
        if (everywhere == null) {
            throw new IllegalArgumentException("everywhere is missing");
        }
        doubts = doubts == null ? Map.of() : Map.copyOf(doubts);
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
    static RemediationPolicy parse(byte[] file) {
        if (file.length > LARGEST) {
            throw new Invalid(null, "a policy has at most " + LARGEST + " bytes");
        }
        try {
            var policy = YAML.readValue(new String(file, StandardCharsets.UTF_8), RemediationPolicy.class);
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

    /** Terms as a case keeps them. */
    static String written(Terms terms) {
        return YAML.writeValueAsString(terms);
    }

    /** What {@link #written} wrote. */
    static Terms readTerms(String written) {
        return YAML.readValue(written, Terms.class);
    }

    /** What holds for a doubt. */
    Terms of(Doubt doubt) {
        return doubts.getOrDefault(doubt, everywhere);
    }
}
