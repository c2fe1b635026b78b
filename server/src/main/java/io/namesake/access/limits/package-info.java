/**
 * How often each caller may call. Buckets lie in PostgreSQL, so that all servers on one database share them; an address is in them
 * as a keyed digest alone, and no longer than its bucket takes to fill up.
 */
@NullMarked
package io.namesake.access.limits;

import org.jspecify.annotations.NullMarked;
