package io.namesake.remediation.internal;

import io.namesake.remediation.SettledCause;
import java.time.Instant;
import java.util.UUID;

/** What can happen to a case. */
sealed interface Event {

    /** A notice is known to have arrived. @param arrived when; the clock shows zero then */
    record Reached(Instant arrived) implements Event {}

    /** Time has passed. */
    record Timer() implements Event {}

    /** Somebody needs more time. */
    record Extend(ExtensionCause cause) implements Event {}

    /** The person says that the case is wrong. */
    record Appeal() implements Event {}

    /** A person decided the appeal. */
    record DecideAppeal(boolean granted, UUID by) implements Event {}

    /** A person decided about the line's end. */
    record Decide(boolean deactivate, UUID by) implements Event {}

    /** There is no doubt any more. */
    record Settle(SettledCause cause) implements Event {}

    /** Whether somebody wants it, who has to know what came of it. */
    default boolean isSomebodys() {
        return switch (this) {
            case Extend _, Appeal _, DecideAppeal _, Decide _ -> true;
            case Reached _, Timer _, Settle _ -> false;
        };
    }

    /** The event's name in the history: {@code REACHED}, {@code TIMER}, ... */
    default String kind() {
        return switch (this) {
            case Reached _ -> "REACHED";
            case Timer _ -> "TIMER";
            case Extend _ -> "EXTENDED";
            case Appeal _ -> "APPEALED";
            case DecideAppeal _ -> "APPEAL_DECIDED";
            case Decide _ -> "DECIDED";
            case Settle _ -> "SETTLED";
        };
    }
}
