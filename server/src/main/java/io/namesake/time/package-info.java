/** Time as the server sees it: one injected clock, so that a test can move it. */
@NullMarked
package io.namesake.time;

import org.jspecify.annotations.NullMarked;
