package io.namesake.registry;

/** A text that is no line of the service asked for. The text is not repeated: it may be somebody's number. */
public final class LineInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LineInvalid(Service service) {
        super("Not a line of service " + service, null, false, false);
    }
}
