/** What an authorisation of an internet line costs, beside FreeRADIUS with a plain users table. Run by {@code scripts/radius-bench}. */
package io.namesake.bench.radius;
