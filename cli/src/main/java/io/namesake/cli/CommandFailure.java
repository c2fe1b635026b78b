package io.namesake.cli;

/** Ends a command with a message for the person at the terminal, an exit code, and no stack trace. */
final class CommandFailure extends RuntimeException {

    private final Exit exit;

    /** @param message what is wrong and what to do about it */
    CommandFailure(Exit exit, String message) {
        super(message, null, false, false);
        this.exit = exit;
    }

    Exit exit() {
        return exit;
    }
}
