/**
 * What only a demo has: made-up applicants with sample pictures, applications for made-up lines without a key, and the demo
 * operator's own key in the open. Without {@code namesake.demo=true} none of it exists.
 */
@ApplicationModule(
        allowedDependencies = {"access", "application", "database", "language", "problem", "reading", "registry", "time"
        })
@NullMarked
package io.namesake.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
