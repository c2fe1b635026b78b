/**
 * The log of what was decided and done: append-only, and hash-linked from its first entry, so that whoever holds a copy of one
 * hash can tell that nothing before it was altered, removed or moved. A Merkle tree over its entries, whose root is signed, makes
 * short proofs possible that need neither the log nor this server.
 *
 * <p>It exists apart from the modules that it records so that none of them can write around it. It holds no personal data and
 * no biometrics: ids, outcomes, reasons and times. The format that is hashed is described in {@code docs/audit-log.md}, short
 * enough that a third party can check the log without our code, as {@code tools/audit-verify.py} does.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "crypto", "database", "net", "problem"})
package io.namesake.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
