/** Who holds which line since when. A line is pending until its holder is verified, then active. */
@NullMarked
package io.namesake.registry;

import org.jspecify.annotations.NullMarked;
