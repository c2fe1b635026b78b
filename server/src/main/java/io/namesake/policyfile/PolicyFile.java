package io.namesake.policyfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ResourceLoader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The form of one kind of policy: a record, whose constructor refuses what cannot be with an {@link IllegalArgumentException} in
 * words for the operator. Words that are unknown, said twice or missing are mistakes.
 *
 * @param <T> the record
 */
public final class PolicyFile<T> {
    /** In bytes. */
    private static final int LARGEST = 64 * 1024;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Class<T> type;

    private PolicyFile(Class<T> type) {
        this.type = type;
    }

    /** Policies that are such records. */
    public static <T> PolicyFile<T> of(Class<T> type) {
        return new PolicyFile<>(type);
    }

    /** @throws PolicyInvalid with line and column, when it is not such a policy */
    public T parse(byte[] file) {
        if (file.length > LARGEST) {
            throw new PolicyInvalid(null, "a policy has at most " + LARGEST + " bytes");
        }
        try {
            var policy = YAML.readValue(new String(file, StandardCharsets.UTF_8), type);
            if (policy == null) {
                throw new PolicyInvalid(null, "it is empty");
            }
            return policy;
        } catch (UnrecognizedPropertyException unknown) {
            throw new PolicyInvalid(
                    unknown.getLocation(),
                    "`" + unknown.getPropertyName() + "` is not known here; known are "
                            + unknown.getKnownPropertyIds());
        } catch (JacksonException wrong) {
            throw new PolicyInvalid(wrong.getLocation(), saying(wrong));
        }
    }

    /**
     * The policy at a place.
     *
     * @param setting the setting that named the place, for the message
     * @param place a file, or {@code classpath:} and a resource
     * @throws IllegalStateException in words for the operator, when it is no policy or can't be read
     */
    public T read(ResourceLoader files, String setting, String place) {
        var resource = place.startsWith("classpath:") ? place : "file:" + place;
        try (var content = files.getResource(resource).getInputStream()) {
            // One byte more than is allowed tells that there is too much, however much there is.
            return parse(content.readNBytes(LARGEST + 1));
        } catch (PolicyInvalid wrong) {
            throw new IllegalStateException(setting + ": " + resource + ", " + wrong.getMessage(), wrong);
        } catch (IOException e) {
            throw new IllegalStateException(setting + ": " + resource + " can't be read", e);
        }
    }

    /** The record as YAML, which {@link #parse} reads. */
    public String write(T policy) {
        return YAML.writeValueAsString(policy);
    }

    /** Our own words where we refused a value, else the parser's first line. */
    private static String saying(JacksonException wrong) {
        if (wrong instanceof DatabindException && wrong.getCause() instanceof IllegalArgumentException ours) {
            return String.valueOf(ours.getMessage());
        }
        return wrong.getOriginalMessage().lines().findFirst().orElse("this is not YAML");
    }
}
