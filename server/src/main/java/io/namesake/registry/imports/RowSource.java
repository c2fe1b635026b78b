package io.namesake.registry.imports;

import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other, in bounded memory. */
interface RowSource extends AutoCloseable {

    /** The next row, or null after the last. @throws ImportFileInvalid when what follows cannot be read as rows */
    @Nullable
    RawRow next();

    /** How much of the file was read, 0 to 1, for a progress bar. */
    double done();

    @Override
    void close();
}
