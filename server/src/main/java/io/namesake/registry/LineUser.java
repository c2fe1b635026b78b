package io.namesake.registry;

import java.time.Instant;

/**
 * Who uses a line whose holder is somebody else. Lending needs no permission; the holder stays accountable.
 *
 * @param kind what they are to the holder
 * @param label the holder's own word for them, such as "my daughter"; 1 to 60 printable characters, sealed where it is stored
 * @param since when it was noted
 */
public record LineUser(Kind kind, String label, Instant since) {

    /** What a user is to the holder. */
    public enum Kind {
        /** A child, for whom the holder is the guardian. */
        CHILD,
        /** Somebody who works for the holder. */
        EMPLOYEE,
        /** A machine, such as a meter or a car. */
        DEVICE,
        /** Anybody else. */
        OTHER
    }

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "LineUser[" + kind + "]";
    }
}
