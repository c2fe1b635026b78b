package io.namesake.registry.imports;

/** A file of which not even rows can be read. The message says why and repeats nothing of it. */
public final class ImportFileInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportFileInvalid(String message) {
        super(message, null, false, false);
    }
}
