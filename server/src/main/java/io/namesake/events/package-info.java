/** Keeps the event publication registry moving: what a listener failed at is tried again while the server runs. */
@NullMarked
package io.namesake.events;

import org.jspecify.annotations.NullMarked;
