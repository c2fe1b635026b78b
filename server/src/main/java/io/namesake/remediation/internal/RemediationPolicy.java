package io.namesake.remediation.internal;

import io.namesake.policyfile.PolicyFile;
import io.namesake.remediation.Doubt;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ResourceLoader;

/**
 * An operator's policy on remediation, as it stands in one YAML file.
 *
 * @param version of the file's form, 1
 * @param everywhere what holds for a doubt that is not named
 * @param doubts what holds for one doubt instead
 */
record RemediationPolicy(int version, Terms everywhere, Map<Doubt, Terms> doubts) {
    private static final int KNOWN_VERSION = 1;
    private static final PolicyFile<RemediationPolicy> FILE = PolicyFile.of(RemediationPolicy.class);
    private static final PolicyFile<Terms> TERMS = PolicyFile.of(Terms.class);

    RemediationPolicy {
        if (version != KNOWN_VERSION) {
            throw new IllegalArgumentException("version must be " + KNOWN_VERSION);
        }
        if (everywhere == null) {
            throw new IllegalArgumentException("everywhere is missing");
        }
        doubts = doubts == null ? Map.of() : Map.copyOf(doubts);
    }

    /** @throws io.namesake.policyfile.PolicyInvalid with line and column, when it is not a policy */
    static RemediationPolicy parse(byte[] file) {
        return FILE.parse(file);
    }

    /**
     * The policy at a place.
     *
     * @param setting the setting that named the place, for the message
     * @param place a file, or {@code classpath:} and a resource
     * @throws IllegalStateException with line and column when the file is no policy: a server must not go by half of one
     */
    static RemediationPolicy read(ResourceLoader files, String setting, String place) {
        return FILE.read(files, setting, place);
    }

    /** Terms as a case keeps them. */
    static String written(Terms terms) {
        return TERMS.write(terms);
    }

    /** What {@link #written} wrote. */
    static Terms readTerms(String written) {
        return TERMS.parse(written.getBytes(StandardCharsets.UTF_8));
    }

    /** What holds for a doubt. */
    Terms of(Doubt doubt) {
        return doubts.getOrDefault(doubt, everywhere);
    }
}
