package io.namesake.application.internal;

import io.namesake.decision.EvidencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Finds the operator's policy on evidence: the setting {@code namesake.policy}, a file. */
final class EvidencePolicies {
    private static final Logger log = LoggerFactory.getLogger(EvidencePolicies.class);
    private static final String SHIPPED = "classpath:io/namesake/decision/policy.yaml";
    private static final String DEMO = "classpath:io/namesake/decision/policy-demo.yaml";

    private EvidencePolicies() {}

    /**
     * What is set; else the demo's in a demo, and NIST SP 800-63A-4, IAL2 anywhere else.
     *
     * @throws IllegalStateException with line and column when the file is no policy: a server must not decide by half of one
     */
    static EvidencePolicy read(Environment environment, ResourceLoader files) {
        boolean demo = environment.getProperty("namesake.demo", Boolean.class, false);
        var named = environment.getProperty("namesake.policy", "");
        var place = named.isBlank() ? (demo ? DEMO : SHIPPED) : named;
        var policy = EvidencePolicy.read(files, "namesake.policy", place);
        log.info("The policy on evidence is {}", place);
        return policy;
    }
}
