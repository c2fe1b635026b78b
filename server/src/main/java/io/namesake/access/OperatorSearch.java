package io.namesake.access;

import java.util.Optional;

/** Finds the operator that somebody at the machine itself names. */
public interface OperatorSearch {

    /**
     * @param nameOrId its id, or its name, which the one who was there first has where several have it
     * @return empty when there is none
     */
    Optional<OperatorId> find(String nameOrId);
}
