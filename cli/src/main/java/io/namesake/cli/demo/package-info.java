/**
 * {@code namesake demo}: the whole system on one machine, with a made-up operator. It starts the same server as
 * {@code namesake serve}; only the settings differ.
 */
package io.namesake.cli.demo;
