/** How the registry keeps its promises: tables, and what may happen to a line in which order. */
@NullMarked
package io.namesake.registry.internal;

import org.jspecify.annotations.NullMarked;
