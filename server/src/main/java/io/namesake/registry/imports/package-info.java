/**
 * An operator's existing lines, taken over as its own records name their holders: {@code UNVERIFIED}, to be confirmed by each
 * holder in their own time (docs/import.md, docs/adr/0023). Read here from the file to the rows: a file gives rows, a row is
 * checked and prepared on several threads, and a batch of rows is written in one transaction.
 */
@NullMarked
package io.namesake.registry.imports;

import org.jspecify.annotations.NullMarked;
