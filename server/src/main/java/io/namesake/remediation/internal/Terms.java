package io.namesake.remediation.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.namesake.registry.Limit;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long each part of the road takes. A case keeps the terms that it was opened under, since its notice has named them. Every time
 * counts from the moment at which a notice is known to have arrived.
 *
 * @param reachWithin how long notices may be on their way before a person is asked to reach somebody otherwise
 * @param letterTakes how long after it was posted a letter counts as arrived
 * @param grace how long nothing is limited
 * @param stages which limits hold from when on; each names all that hold in it
 * @param decisionAfter when a person may decide about the line's end
 * @param quarantine how long an ended line's number rests
 * @param extensions what each cause adds, and how many times
 * @param appeal how often one can appeal, and how long after the line has ended
 * @param reminders how long before each stage, and before a person may decide, the person is reminded; the longest first. Where none
 *     are named, one three days before
 */
record Terms(
        @JsonProperty("reach-within") Duration reachWithin,
        @JsonProperty("letter-takes") Duration letterTakes,
        Duration grace,
        List<Stage> stages,
        @JsonProperty("decision-after") Duration decisionAfter,
        Duration quarantine,
        Map<ExtensionCause, Extension> extensions,
        Appeal appeal,
        List<Duration> reminders) {
    private static final Duration DEFAULT_REMINDER = Duration.ofDays(3);
    private static final int MOST_REMINDERS = 3;

    /** Shorter than this, a notice is no notice. */
    private static final Duration SHORTEST_GRACE = Duration.ofDays(7);

    private static final Duration LONGEST = Duration.ofDays(3 * 366);
    private static final int MOST_STAGES = 8;

    /**
     * A stage of limits.
     *
     * @param after from when on
     * @param limits all that hold in it
     */
    record Stage(Duration after, Set<Limit> limits) {
        Stage {
            requireTime("after", after, Duration.ofSeconds(1));
            if (limits == null || limits.isEmpty()) {
                throw new IllegalArgumentException("limits is missing: some of " + List.of(Limit.values()));
            }
            limits = Set.copyOf(EnumSet.copyOf(limits));
        }
    }

    /**
     * More time.
     *
     * @param adds how much
     * @param atMost how many times in one case
     */
    record Extension(
            Duration adds,
            @JsonProperty("at-most") @Nullable Integer atMost) {
        Extension {
            requireTime("adds", adds, Duration.ofDays(1));
            if (atMost == null || atMost < 1 || atMost > 12) {
                throw new IllegalArgumentException("at-most must lie in 1..12");
            }
        }
    }

    /**
     * Appeals.
     *
     * @param atMost how many in one case; the last of them can only be used after the line has ended
     * @param window how long after that
     */
    record Appeal(@JsonProperty("at-most") @Nullable Integer atMost, Duration window) {
        Appeal {
            if (atMost == null || atMost < 2 || atMost > 10) {
                throw new IllegalArgumentException("at-most must lie in 2..10: one before the end and one after it");
            }
            requireTime("window", window, SHORTEST_GRACE);
        }
    }

    Terms {
        requireTime("reach-within", reachWithin, Duration.ofHours(1));
        requireTime("letter-takes", letterTakes, Duration.ZERO);
        requireTime("grace", grace, SHORTEST_GRACE);
        requireTime("decision-after", decisionAfter, SHORTEST_GRACE);
        requireTime("quarantine", quarantine, SHORTEST_GRACE);
        stages = stagesInOrder(stages, grace, decisionAfter);
        if (extensions == null || !extensions.keySet().equals(EnumSet.allOf(ExtensionCause.class))) {
            throw new IllegalArgumentException(
                    "extensions must name each of " + List.of(ExtensionCause.values()) + " (promise 6)");
        }
        extensions = Map.copyOf(new EnumMap<>(extensions));
        if (appeal == null) {
            throw new IllegalArgumentException("appeal is missing");
        }
        if (appeal.window().compareTo(quarantine) > 0) {
            throw new IllegalArgumentException("the appeal's window must not be longer than the quarantine");
        }
        reminders = remindersInOrder(reminders, shortestWait(stages, decisionAfter));
    }

    /** What holds in a stage; nothing in stage 0, which is grace. */
    Set<Limit> limits(int stage) {
        return stage == 0 ? Set.of() : stages.get(stage - 1).limits();
    }

    Extension extension(ExtensionCause cause) {
        return java.util.Objects.requireNonNull(extensions.get(cause));
    }

    private static List<Stage> stagesInOrder(@Nullable List<Stage> stages, Duration grace, Duration decisionAfter) {
        if (stages == null || stages.isEmpty() || stages.size() > MOST_STAGES) {
            throw new IllegalArgumentException("stages must be 1 to " + MOST_STAGES + ": no line ends without them");
        }
        var before = grace;
        for (var stage : stages) {
            if (stage == null || stage.after().compareTo(before) < 0) {
                throw new IllegalArgumentException("stages must come after the grace and in order of time");
            }
            before = stage.after().plusSeconds(1);
        }
        if (decisionAfter.compareTo(before) < 0) {
            throw new IllegalArgumentException("decision-after must come after the last stage");
        }
        return List.copyOf(stages);
    }

    /** The shortest time from one stage to the next. */
    private static Duration shortestWait(List<Stage> stages, Duration decisionAfter) {
        var shortest = decisionAfter.minus(stages.getLast().after());
        var before = Duration.ZERO;
        for (var stage : stages) {
            var wait = stage.after().minus(before);
            shortest = wait.compareTo(shortest) < 0 ? wait : shortest;
            before = stage.after();
        }
        return shortest;
    }

    private static List<Duration> remindersInOrder(@Nullable List<Duration> reminders, Duration shortestWait) {
        if (reminders == null) {
            return DEFAULT_REMINDER.compareTo(shortestWait) < 0 ? List.of(DEFAULT_REMINDER) : List.of();
        }
        if (reminders.size() > MOST_REMINDERS) {
            throw new IllegalArgumentException("reminders must be at most " + MOST_REMINDERS);
        }
        var longer = shortestWait;
        for (var reminder : reminders) {
            requireTime("reminders", reminder, Duration.ofHours(1));
            if (reminder.compareTo(longer) >= 0) {
                throw new IllegalArgumentException(
                        "reminders must be shorter than the time between any two stages, the longest first");
            }
            longer = reminder;
        }
        return List.copyOf(reminders);
    }

    private static void requireTime(String name, @Nullable Duration time, Duration least) {
        if (time == null || time.compareTo(least) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be a time such as P30D, from " + least + " to " + LONGEST);
        }
    }
}
