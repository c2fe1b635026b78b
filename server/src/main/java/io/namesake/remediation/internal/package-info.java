/**
 * How a case moves and what follows: the pure machine, its tables, the timer, the API, and the notices with their channels.
 * Read {@code RemediationMachine} first.
 */
@NullMarked
package io.namesake.remediation.internal;

import org.jspecify.annotations.NullMarked;
