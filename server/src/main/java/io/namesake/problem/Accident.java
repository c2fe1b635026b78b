package io.namesake.problem;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * Logs what nobody expected: of which class it is and where in our code it happened, and no message. Messages repeat input
 * and rows of the database, and these are personal.
 */
public final class Accident {
    private static final String OURS = "io.namesake.";
    private static final int MOST_PLACES = 5;
    private static final int DEEPEST = 20;

    private Accident() {}

    /** Logs an accident as an error. @param doing what was being done, without anything personal in it */
    public static void log(Logger log, String doing, Throwable accident) {
        if (accident instanceof TryAgain) {
            log.info("{}: {}", doing, accident.getMessage());
        } else {
            log.error("{} failed: {}", doing, describe(accident));
        }
    }

    static String describe(Throwable accident) {
        var root = root(accident);
        var places = Arrays.stream(root.getStackTrace())
                .map(StackTraceElement::toString)
                .filter(place -> place.startsWith(OURS))
                .limit(MOST_PLACES)
                .collect(Collectors.joining(" < "));
        return accident.getClass().getName()
                + (root == accident ? "" : " because of " + root.getClass().getName())
                + (places.isEmpty() ? "" : " at " + places);
    }

    private static Throwable root(Throwable accident) {
        var root = accident;
        for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
