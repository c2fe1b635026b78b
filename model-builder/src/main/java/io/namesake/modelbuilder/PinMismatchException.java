package io.namesake.modelbuilder;

/** A file that is not the one which was reviewed and pinned; the build must stop. */
final class PinMismatchException extends RuntimeException {

    PinMismatchException(String message) {
        super(message);
    }
}
