package io.namesake.cli;

/** What the command's exit code says; those from 64 on are BSD's {@code sysexits.h}. */
enum Exit {
    /** Done; for {@code verify}: verified. */
    OK(0),
    /** {@code verify}: refused; {@code audit verify}: the chain is broken. */
    REFUSED(1),
    /** {@code verify}: a human should look. */
    REVIEW(2),
    /** The arguments make no sense. */
    USAGE(64),
    /** An input file can't be used: a picture without a face, a row that is not a pair. */
    UNUSABLE_INPUT(65),
    /** Something else that the work needs is missing or taken, such as the port or the database. */
    UNAVAILABLE(69),
    /** A defect of this program. */
    DEFECT(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
