package io.namesake.cli;

import io.namesake.cli.verdict.Verdict;

/** What the command's exit code says; those from 64 on are BSD's {@code sysexits.h}. */
enum Exit {
    /** Done; for {@code verify} and {@code explain}: verified. */
    OK(0),
    /** {@code verify}: refused; {@code audit verify}: the chain is broken; {@code import}: rows were left out. */
    REFUSED(1),
    /** {@code verify}: a human should look. */
    REVIEW(2),
    /** The arguments make no sense. */
    USAGE(64),
    /** An input file can't be used: a picture without a face, a row that is not a pair. */
    UNUSABLE_INPUT(65),
    /** Something else that the work needs is missing or taken, such as the port or the database. */
    UNAVAILABLE(69),
    /** A defect of this program, or too little memory for it. */
    DEFECT(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** What a verdict on two pictures exits with. */
    static Exit of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Unusable _ -> UNUSABLE_INPUT;
            case Verdict.Judged judged ->
                switch (judged.decision().outcome()) {
                    case VERIFIED -> OK;
                    case REFUSED -> REFUSED;
                    case REVIEW -> REVIEW;
                };
        };
    }
}
