package io.namesake.registry;

/** A text that is no line of the service asked for. The text is not repeated: it may be somebody's number. */
public final class LineInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    LineInvalid(Reason reason) {
        super(reason.sentence, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong with it. The exception's message says the same as a plain English sentence. */
    public enum Reason {
        TOO_LONG("This is too long for a line."),
        NOT_INTERNATIONAL("A telephone number must start with + and the country's code, such as +8613800138000."),
        NOT_A_TELEPHONE_NUMBER("This is not a possible telephone number of its country."),
        NUMBER_OF_ANOTHER_SERVICE("This telephone number belongs to another kind of service."),
        NOT_A_NETWORK_ACCESS_IDENTIFIER(
                "An internet line must be a network access identifier (RFC 7542) of the form user@realm.example.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }
}
