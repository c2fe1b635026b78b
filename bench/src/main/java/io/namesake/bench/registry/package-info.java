/** The registry as it grows: how fast lines are imported, and whether what is asked of it stays as quick as it was. */
package io.namesake.bench.registry;
