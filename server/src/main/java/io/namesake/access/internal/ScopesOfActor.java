package io.namesake.access.internal;

import io.namesake.access.AccessRule;
import io.namesake.access.AccessRules;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.Role;
import io.namesake.access.ScopesToGive;
import io.namesake.access.StaffPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Asks the policy what whoever really calls may give, and not the operator for whom they stand. */
@Component
class ScopesOfActor implements ScopesToGive {
    private final AccessRules policy;

    ScopesOfActor(AccessRules policy) {
        this.policy = policy;
    }

    @Override
    public void check(Set<String> scopes) {
        var actor = RequestContextHolder.currentRequestAttributes()
                .getAttribute(AuthenticationInterceptor.ACTOR, RequestAttributes.SCOPE_REQUEST);
        switch (actor) {
            case OperatorPrincipal _ -> {}
            case StaffPrincipal staff -> check(scopes, staff.effectiveRoles());
            case null, default -> throw PolicyGuard.notFor(OperatorPrincipal.class);
        }
    }

    private void check(Set<String> scopes, Set<Role> roles) {
        var beyond =
                scopes.stream().filter(scope -> !isOpen(scope, roles)).collect(Collectors.toCollection(TreeSet::new));
        if (!beyond.isEmpty()) {
            throw new Problem(
                    ProblemType.NOT_ALLOWED,
                    "Only the operator with its API key may do this for a program with what your roles do not open: "
                            + String.join(", ", beyond) + ".");
        }
    }

    private boolean isOpen(String scope, Set<Role> roles) {
        return policy.all().values().stream()
                .filter(AccessRule::operator)
                .filter(rule -> rule.scopes().contains(scope))
                .allMatch(rule -> rule.roles().stream().anyMatch(roles::contains));
    }
}
