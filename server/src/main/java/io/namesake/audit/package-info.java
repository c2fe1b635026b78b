/**
 * The log of what was decided and done: append-only, and hash-linked from its first entry, so that whoever holds a copy of one
 * hash can tell that nothing before it was altered, removed or moved.
 *
 * <p>It exists apart from the modules that it records so that none of them can write around it. It holds no personal data and
 * no biometrics: ids, outcomes, reasons and times. The format that is hashed is described in {@code docs/audit-log.md}, short
 * enough that a third party can check the log without our code.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "database"})
package io.namesake.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
