/**
 * The road from a new application to its decision: a pure state machine, tables that hold evidence only sealed, and the face
 * comparison on a bounded pool.
 */
@NullMarked
package io.namesake.application.internal;

import org.jspecify.annotations.NullMarked;
