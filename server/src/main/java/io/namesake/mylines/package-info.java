/**
 * The holder's own view: every line in one's own name, who uses it and what is under way, and what the holder may do about it:
 * dispute it, end it, say who uses it, hand it over.
 *
 * <p>It exists apart from the registry because it is the only place that may ask for the lines of a person, and it answers
 * nobody but that person, just verified (promise 5). A member of staff gets the list on paper for the person in front of them,
 * bound to the case in which that person was verified, and logged.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "application",
            "audit",
            "crypto",
            "database",
            "language",
            "passkey",
            "privacy",
            "problem",
            "registry"
        })
package io.namesake.mylines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
