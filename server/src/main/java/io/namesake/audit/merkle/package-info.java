/**
 * The Merkle tree of RFC 9162, section 2.1, as pure functions: the root of a log, and short proofs that an entry is in it and that
 * a longer log begins with a shorter one. It knows nothing of entries, tables or signatures.
 */
@NullMarked
package io.namesake.audit.merkle;

import org.jspecify.annotations.NullMarked;
