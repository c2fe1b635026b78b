/**
 * The road from doubt to settled (promise 6): notice by every channel that reaches the person, grace, staged limits, an appeal that
 * stops the clock, a person's decision, and only then the end of a line.
 *
 * <p>{@code RemediationMachine} is a pure function and the only thing that moves a case. Around it: a durable timer that several
 * servers share, notices with proof of delivery, and campaigns that verify a part of the base anew. What a case does to a line it
 * does through {@link io.namesake.registry.LineControl}; what it cannot do there, it cannot do at all.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "crypto",
            "database",
            "language",
            "mylines",
            "net",
            "policyfile",
            "privacy",
            "problem",
            "registry"
        })
package io.namesake.remediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
