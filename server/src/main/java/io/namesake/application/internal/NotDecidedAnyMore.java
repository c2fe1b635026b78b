package io.namesake.application.internal;

/** An application left the state in which it is decided while its decision was being made: there is nothing to go on with. */
final class NotDecidedAnyMore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDecidedAnyMore() {
        super("the application is not being decided any more");
    }
}
