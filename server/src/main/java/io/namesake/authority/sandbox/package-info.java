/** An authority for trying things out: a small server of its own that answers what a script says. It knows nobody and keeps nothing. */
@NullMarked
package io.namesake.authority.sandbox;

import org.jspecify.annotations.NullMarked;
