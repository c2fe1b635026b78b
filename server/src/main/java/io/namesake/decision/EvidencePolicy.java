package io.namesake.decision;

import io.namesake.policyfile.PolicyFile;
import io.namesake.registry.Service;
import java.util.Map;
import org.springframework.core.io.ResourceLoader;

/**
 * An operator's policy on evidence, as it stands in one YAML file.
 *
 * @param version of the file's form, 1
 * @param everywhere what holds for a service that is not named
 * @param services what holds for one service instead
 */
public record EvidencePolicy(int version, ServicePolicy everywhere, Map<Service, ServicePolicy> services) {
    private static final int KNOWN_VERSION = 1;
    private static final PolicyFile<EvidencePolicy> FILE = PolicyFile.of(EvidencePolicy.class);

    public EvidencePolicy {
        if (version != KNOWN_VERSION) {
            throw new IllegalArgumentException("version must be " + KNOWN_VERSION);
        }
        if (everywhere == null) {
            throw new IllegalArgumentException("everywhere is missing");
        }
        services = services == null ? Map.of() : Map.copyOf(services);
    }

    /** @throws io.namesake.policyfile.PolicyInvalid with line and column, when it is not a policy */
    public static EvidencePolicy parse(byte[] file) {
        return FILE.parse(file);
    }

    /**
     * The policy at a place.
     *
     * @param setting the setting that named the place, for the message
     * @param place a file, or {@code classpath:} and a resource
     * @throws IllegalStateException with line and column when the file is no policy: a server must not decide by half of one
     */
    public static EvidencePolicy read(ResourceLoader files, String setting, String place) {
        return FILE.read(files, setting, place);
    }

    /** What holds for a service. */
    public ServicePolicy of(Service service) {
        return services.getOrDefault(service, everywhere);
    }
}
