/**
 * Telling networks and other systems what was decided, so that a line is switched on when it may be, and not before.
 *
 * <p>Nothing here is called by other modules: it listens to their events, which are stored with the decision that caused them,
 * and sees to it that each arrives, whatever dies in between. Each way of telling is a package of its own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "application",
            "audit",
            "crypto",
            "database",
            "decision",
            "language",
            "mylines",
            "net",
            "policyfile",
            "privacy",
            "problem",
            "registry",
            "standin"
        })
package io.namesake.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
