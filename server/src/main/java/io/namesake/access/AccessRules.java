package io.namesake.access;

import java.util.Optional;
import java.util.SortedMap;

/** The one policy of who may call what, which {@code policy.yaml} states and the server enforces. */
public interface AccessRules {

    /**
     * Who may call an operation.
     *
     * @param operation method and path pattern, such as {@code GET /v1/lines/{line}}
     * @return empty when the policy does not know it: then it is closed to everybody
     */
    Optional<AccessRule> of(String operation);

    /** Every operation of the policy with its rule, in order of their names. */
    SortedMap<String, AccessRule> all();
}
