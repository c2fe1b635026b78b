/** The adapters, and what stands before them: limits, retries, the circuit breaker and the log. */
@NullMarked
package io.namesake.authority.internal;

import org.jspecify.annotations.NullMarked;
