package io.namesake.access;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One of an operator's people, known by a token of their own. As a controller's parameter: only staff may call; what they may
 * do there is said by {@link #require}.
 *
 * @param operatorId for whom they work
 * @param staffId the person, in logs and audit rows, where the name does not belong
 * @param name how colleagues call them
 * @param roles what they may do
 */
public record StaffPrincipal(OperatorId operatorId, UUID staffId, String name, Set<Role> roles) implements Caller {

    public StaffPrincipal {
        roles = Set.copyOf(roles);
    }

    /** The roles that open something. Whoever reviews audits nobody: the log says which cases are seeded, and who looked at them before. */
    public Set<Role> effectiveRoles() {
        return roles.contains(Role.REVIEWER)
                ? roles.stream().filter(role -> role != Role.AUDITOR).collect(Collectors.toUnmodifiableSet())
                : roles;
    }

    /**
     * Lets only people with one of the roles pass.
     *
     * @throws Problem {@code not-allowed}, naming the roles that may
     */
    public StaffPrincipal require(Role... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(roles::contains)) {
            throw new Problem(
                    ProblemType.NOT_ALLOWED,
                    "Only staff with the role "
                            + Arrays.stream(anyOf).map(Role::name).collect(Collectors.joining(" or "))
                            + " may do this.");
        }
        return this;
    }

    /** Says nothing of the person but an id, since records end up in logs. */
    @Override
    public String toString() {
        return "StaffPrincipal[" + staffId + "]";
    }
}
