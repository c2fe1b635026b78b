package io.namesake.provisioning.radius;

import java.nio.ByteBuffer;
import java.util.Locale;

/** What came of a request to an access server. */
sealed interface ChangeAnswer {
    /** Done: the session is as it should be now. */
    record Acknowledged() implements ChangeAnswer {}

    /**
     * Refused.
     *
     * @param errorCause the Error-Cause (RFC 5176, section 3.5), 0 where none was given
     */
    record Refused(int errorCause) implements ChangeAnswer {}

    /** No answer that could be believed. */
    record Unanswered(Reason reason) implements ChangeAnswer {}

    /** Why not. The names in lower case with hyphens are part of the API. */
    enum Reason {
        TIMEOUT,
        UNREACHABLE,
        /** We could not make the request, for instance because the secret cannot be opened with our keyset. */
        NOT_SENT;

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** There is no such session there: nobody has to be told anything. */
    int SESSION_CONTEXT_NOT_FOUND = 503;

    /** Whether there is nothing left to do at this server. Which of the two it was is kept nowhere: it says who was online. */
    default boolean settled() {
        return this instanceof Acknowledged || this instanceof Refused(int cause) && cause == SESSION_CONTEXT_NOT_FOUND;
    }

    /** @param answer whose authenticity was found right ({@link ChangeRequest#isAnsweredBy}), so that its attributes are whole */
    static ChangeAnswer read(ChangeRequest request, byte[] answer) {
        return (answer[0] & 0xff) == request.code().ack() ? new Acknowledged() : new Refused(errorCause(answer));
    }

    private static int errorCause(byte[] answer) {
        final int header = 20;
        final int errorCause = 101;
        var packet = ByteBuffer.wrap(answer);
        for (int at = header; at + 2 <= answer.length; at += Math.max(2, answer[at + 1] & 0xff)) {
            if ((answer[at] & 0xff) == errorCause && answer[at + 1] == 6 && at + 6 <= answer.length) {
                return packet.getInt(at + 2);
            }
        }
        return 0;
    }
}
