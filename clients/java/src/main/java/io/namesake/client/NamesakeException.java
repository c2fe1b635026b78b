package io.namesake.client;

/** An operation that was not done, or of which it is not known: three kinds, which a {@code switch} can tell apart. */
public abstract sealed class NamesakeException extends RuntimeException
        permits ProblemException, UnansweredException, UnreadableAnswerException {
    private static final long serialVersionUID = 1L;

    NamesakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
