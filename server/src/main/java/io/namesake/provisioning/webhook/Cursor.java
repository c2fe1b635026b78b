package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.util.Optional;

/**
 * A place among an operator's events: that of an event's {@code sequence}, after which one reads on.
 *
 * @param number of the last event that was read, 0 or more
 */
record Cursor(long number) {

    /** @throws Problem {@code request-invalid} when it is none that we gave */
    static Cursor parse(String text) {
        if (!text.matches("[0-9]{1,18}|0[0-9]{18}")) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, "A cursor is the sequence of an event, or the next of a page.");
        }
        return new Cursor(Long.parseLong(text));
    }

    /**
     * From here on, or from the first event that is kept.
     *
     * @throws Problem {@code events-expired} when events after the cursor are erased, {@code request-invalid} when it lies beyond the
     *     last event
     */
    static long start(Optional<Cursor> cursor, EventLog log, OperatorId operator, long last) {
        long beforeFirst = log.beforeFirstKept(operator, last);
        if (cursor.isEmpty()) {
            return beforeFirst;
        }
        long number = cursor.get().number();
        if (number > last) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The cursor lies beyond the last event.");
        }
        if (number < beforeFirst) {
            throw new Problem(ProblemType.EVENTS_EXPIRED);
        }
        return number;
    }
}
