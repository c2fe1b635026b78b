/** The queue's inside: a pure state machine ({@link io.namesake.review.internal.CaseMachine}) and what stands around it. */
@NullMarked
package io.namesake.review.internal;

import org.jspecify.annotations.NullMarked;
