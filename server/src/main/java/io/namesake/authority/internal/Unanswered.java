package io.namesake.authority.internal;

import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityAnswer.Unavailable.Cause;
import io.namesake.net.Exchange;
import java.time.Duration;

/** What it means for any authority that there is no answer, or none that helps. */
final class Unanswered {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private Unanswered() {}

    static Unavailable because(Exchange.Failure why) {
        return Unavailable.because(
                switch (why) {
                    case CONNECTION_FAILED -> Cause.CONNECTION;
                    case TIMEOUT -> Cause.TIMEOUT;
                    case TLS_FAILED -> Cause.NOT_ALLOWED;
                    case BROKEN_RESPONSE, HOST_UNKNOWN, ADDRESS_NOT_ALLOWED -> Cause.BROKEN;
                });
    }

    /** By an HTTP status other than 200. */
    static Unavailable because(Exchange.Answered answered) {
        return switch (answered.status()) {
            case 401, 403 -> Unavailable.because(Cause.NOT_ALLOWED);
            case 429, 500, 502, 503, 504 ->
                new Unavailable(Cause.BUSY, pause(answered.header("retry-after").orElse("")));
            default -> Unavailable.because(Cause.BROKEN);
        };
    }

    /** In its form of seconds; the other form, a date, depends on two clocks. Bounded, because it comes from outside. */
    private static Duration pause(String retryAfter) {
        var asked = retryAfter.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(retryAfter)) : Duration.ZERO;
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }
}
