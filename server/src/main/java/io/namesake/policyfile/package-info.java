/**
 * Policies of operators as files: YAML, read strictly at start, each mistake told with line and column. A server must not go by half of a
 * policy.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.namesake.policyfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
