/**
 * Errors as RFC 9457 problem details: a closed list of types, each with a stable slug, a status and what to do next.
 *
 * <p>Any module throws a {@link io.namesake.problem.Problem}; only this package knows how it looks on the wire.
 */
@NullMarked
package io.namesake.problem;

import org.jspecify.annotations.NullMarked;
