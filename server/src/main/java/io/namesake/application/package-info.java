/**
 * A person's request for a line, from consent to decision: the state machine, the capture session and evidence in transit.
 *
 * <p>Publishes {@link io.namesake.application.ApplicationVerified}, {@link io.namesake.application.ApplicationRefused} and
 * {@link io.namesake.application.ReviewRequested} in the transaction that records the decision.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "authority",
            "crypto",
            "database",
            "decision",
            "language",
            "privacy",
            "problem",
            "reading",
            "registry",
            "sandbox"
        })
@NullMarked
package io.namesake.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
