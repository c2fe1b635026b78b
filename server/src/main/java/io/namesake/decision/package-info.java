/**
 * The policy: which checks are needed, and how their results become an outcome with reasons.
 *
 * <p>Pure functions of their arguments: no database, no clock. The operator's policy on evidence comes in as a value. What is decided here can be recomputed.
 */
@NullMarked
package io.namesake.decision;

import org.jspecify.annotations.NullMarked;
