package io.namesake.client;

/** A success whose body is larger than what was allowed, or is not what the API describes: perhaps no Namesake answers there. */
public final class UnreadableAnswerException extends NamesakeException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String request, String why, Throwable cause) {
        super(request + " was answered with what can't be read: " + why, cause);
    }
}
