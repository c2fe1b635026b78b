package io.namesake.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The operators' people, for what signs them in. */
public interface StaffRegister {

    /**
     * Adds somebody who signs in, without a token.
     *
     * @param name 1 to 100 characters
     * @param roles at least one
     * @return their id
     */
    UUID add(OperatorId operator, String name, Set<Role> roles);

    /** Somebody who works for an operator now. */
    Optional<StaffPrincipal> working(UUID staff);

    /** Gives other roles, which hold from the next request on. @return whether there is such a person */
    boolean setRoles(OperatorId operator, UUID staff, Set<Role> roles);
}
