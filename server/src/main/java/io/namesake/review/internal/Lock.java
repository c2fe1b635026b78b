package io.namesake.review.internal;

import java.time.Instant;
import java.util.UUID;

/**
 * Who works on a case. It needs nobody to end it: when its time is over, it is as if it had never been.
 *
 * @param until the first moment at which it does not hold any more
 * @param byCode whether it was opened with the code that the applicant said, who therefore is there
 */
record Lock(UUID staff, Instant until, boolean byCode) {

    boolean holds(Instant now) {
        return now.isBefore(until);
    }
}
