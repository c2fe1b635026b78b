/**
 * The one database: the operator's PostgreSQL when its address is configured, else an embedded one with lasting data.
 *
 * <p>Modules own their tables and write their own SQL; this package only opens the connection and starts and stops the server.
 */
@NullMarked
package io.namesake.database;

import org.jspecify.annotations.NullMarked;
