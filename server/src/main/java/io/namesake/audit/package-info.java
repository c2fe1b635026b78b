/** The append-only, hash-linked log of every decision and erasure, so that nothing can be denied afterwards. */
@NullMarked
package io.namesake.audit;

import org.jspecify.annotations.NullMarked;
