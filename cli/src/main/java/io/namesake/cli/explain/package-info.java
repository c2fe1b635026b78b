/** The page of {@code namesake explain}: how a verdict came about, for a person to look at. */
package io.namesake.cli.explain;
