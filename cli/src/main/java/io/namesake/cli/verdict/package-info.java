/**
 * The verdict of {@code namesake verify}, as text for a person and as JSON for a program; both say the same.
 */
package io.namesake.cli.verdict;
