package io.namesake.cli.tour;

/** The server did something else than it promises. */
public final class BrokenPromise extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenPromise(String what) {
        super(what);
    }
}
