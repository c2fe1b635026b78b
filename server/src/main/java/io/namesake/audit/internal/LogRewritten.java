package io.namesake.audit.internal;

/** The log does not begin with what was signed of it. A server that signed it nevertheless would lend its key to the forgery. */
final class LogRewritten extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogRewritten(long size) {
        super(
                "The audit log does not begin with the %d entries that the last checkpoint signed; nothing more is signed. Run 'namesake audit verify'."
                        .formatted(size),
                null,
                false,
                false);
    }
}
