package io.namesake.decision;

import io.namesake.registry.Service;
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
 * An operator's policy on evidence, as it stands in one YAML file.
 *
 * @param version of the file's form, 1
 * @param everywhere what holds for a service that is not named
 * @param services what holds for one service instead
 */
public record EvidencePolicy(int version, ServicePolicy everywhere, Map<Service, ServicePolicy> services) {
    private static final int LARGEST = 64 * 1024;
    private static final int KNOWN_VERSION = 1;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public EvidencePolicy {
        if (version != KNOWN_VERSION) {
            throw new IllegalArgumentException("version must be " + KNOWN_VERSION);
        }
        if (everywhere == null) {
            throw new IllegalArgumentException("everywhere is missing");
        }
        services = services == null ? Map.of() : Map.copyOf(services);
    }

    /** What a policy file is wrong in, and where. */
    public static final class Invalid extends RuntimeException {
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
    public static EvidencePolicy parse(byte[] file) {
        if (file.length > LARGEST) {
            throw new Invalid(null, "a policy has at most " + LARGEST + " bytes");
        }
        try {
            var policy = YAML.readValue(new String(file, StandardCharsets.UTF_8), EvidencePolicy.class);
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

    /** What holds for a service. */
    public ServicePolicy of(Service service) {
        return services.getOrDefault(service, everywhere);
    }
}
