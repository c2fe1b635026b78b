package io.namesake.provisioning.webhook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a listener wants to hear.
 *
 * @param events names of notifications
 * @param query as it was asked for; null for all of them
 */
public record Listening(Set<String> events, @Nullable String query) {
    public Listening {
        events = Set.copyOf(events);
    }
}
