/**
 * What servers have in common that stand in for real ones when somebody tries things out, or tests: they listen on this machine alone,
 * answer what a script says, and can be slow, down or wrong on demand.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.namesake.standin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
