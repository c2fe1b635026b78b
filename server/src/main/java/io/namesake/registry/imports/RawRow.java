package io.namesake.registry.imports;

import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the file.
 *
 * @param number the first one under the header is 1
 * @param values by the column's ordinal; null where the file has no such column
 */
@SuppressWarnings("ArrayRecordComponent")
record RawRow(long number, @Nullable String[] values) {

    /** What the column says, without space around it; empty where it says nothing. */
    String value(ImportColumn column) {
        var value = values[column.ordinal()];
        return value == null ? "" : value.strip();
    }

    @Override
    public String toString() {
        return "RawRow[" + number + "]";
    }
}
