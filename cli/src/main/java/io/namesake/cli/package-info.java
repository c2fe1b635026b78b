/**
 * The {@code namesake} command: reads arguments, calls the libraries and the server, and says what came out in words and
 * exit codes. It decides nothing itself, so that a verdict here and one from the server can't differ.
 */
package io.namesake.cli;
