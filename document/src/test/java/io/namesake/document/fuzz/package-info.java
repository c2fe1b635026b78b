/** Knocks at every parser of bytes that strangers send. {@code docs/fuzzing.md} says how long. */
package io.namesake.document.fuzz;
