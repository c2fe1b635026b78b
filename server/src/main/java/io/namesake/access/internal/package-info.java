/** How callers are recognised: the tables of operators and keys, and the interceptor in front of every operation. */
@NullMarked
package io.namesake.access.internal;

import org.jspecify.annotations.NullMarked;
