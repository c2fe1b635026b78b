package io.namesake.registry.imports;

/**
 * Something wrong on one row.
 *
 * @param row the first row under the header is 1
 * @param column where
 * @param fault what
 */
public record RowFault(long row, ImportColumn column, ImportFault fault) {}
