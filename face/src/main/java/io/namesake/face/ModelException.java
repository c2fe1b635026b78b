package io.namesake.face;

/** The models cannot be used: a file is missing, does not have its SHA-256, or is not what the descriptor says. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
