/**
 * National numbers: what a number says of its holder by its own form, and whether it keeps its own rules. Each country's rule names the law or the
 * authority's publication it follows. A number that keeps every rule may still belong to nobody: only the register knows.
 */
package io.namesake.document.number;
