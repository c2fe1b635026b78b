package io.namesake.privacy;

import java.util.Set;
import java.util.UUID;

/**
 * Whose data is meant.
 *
 * @param holderId the registry's holder
 * @param applicationIds the applications that verified them: what else knows them by their application is found by these
 */
public record Person(UUID holderId, Set<UUID> applicationIds) {

    public Person {
        applicationIds = Set.copyOf(applicationIds);
    }
}
