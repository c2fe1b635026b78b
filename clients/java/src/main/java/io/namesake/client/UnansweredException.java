package io.namesake.client;

/**
 * No answer came: no connection, one that broke off, or none within the time. Whether the server did what it was asked is not known;
 * where an operation takes an idempotency key, the same request may be sent again.
 */
public final class UnansweredException extends NamesakeException {
    private static final long serialVersionUID = 1L;

    UnansweredException(String request, String why, Throwable cause) {
        super(request + " was not answered: " + why, cause);
    }
}
