package io.namesake.access.internal;

import io.namesake.access.AccessRule;
import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.Caller;
import io.namesake.access.ClientKind;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.HolderPrincipal;
import io.namesake.access.NetworkPrincipal;
import io.namesake.access.OperatorDirectory;
import io.namesake.access.OperatorId;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.RequiresScope;
import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Holds a caller against the rule of an operation. */
@Component
class PolicyGuard {
    private final OperatorDirectory operators;

    PolicyGuard(OperatorDirectory operators) {
        this.operators = operators;
    }

    /** The rule of an operation outside {@code /v1}, where others define the API: its callers, and the scopes it names. */
    AccessRule byItsScopes(HandlerMethod operation) {
        var needed = operation.getMethodAnnotation(RequiresScope.class);
        return new AccessRule(
                false,
                true,
                true,
                true,
                true,
                EnumSet.allOf(Role.class),
                needed == null ? Set.of() : Set.of(needed.value()));
    }

    /**
     * @param wanted the kind of caller that the operation names
     * @return who the operation is told is calling: the caller, or the operator for whom its staff or its own program acts
     * @throws Problem {@code not-allowed}, when the rule does not let them in
     */
    Caller admit(Caller caller, Class<?> wanted, AccessRule rule) {
        return switch (caller) {
            case OperatorPrincipal _ when rule.operator() -> caller;
            case ApplicantPrincipal _ when rule.applicant() -> caller;
            case HolderPrincipal _ when rule.holder() -> caller;
            case NetworkPrincipal _ when rule.network() -> caller;
            case StaffPrincipal staff when !rule.roles().isEmpty() -> staff(staff, wanted, rule);
            case ClientPrincipal client
            when !rule.scopes().isEmpty() && mayAskFor(client, wanted) -> client(client, wanted, rule);
            default -> throw notFor(wanted);
        };
    }

    private Caller staff(StaffPrincipal staff, Class<?> wanted, AccessRule rule) {
        var roles = staff.effectiveRoles();
        if (rule.roles().stream().noneMatch(roles::contains)) {
            throw new Problem(
                    ProblemType.NOT_ALLOWED,
                    "Only staff with the role "
                            + rule.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(" or "))
                            + " may do this.");
        }
        return rule.operator() ? inTheNameOf(staff.operatorId(), wanted, staff) : staff;
    }

    private Caller client(ClientPrincipal client, Class<?> wanted, AccessRule rule) {
        if (rule.scopes().stream().noneMatch(client.scopes()::contains)) {
            throw new Problem(
                    ProblemType.NOT_ALLOWED,
                    "The token lacks the scope " + String.join(" or ", new TreeSet<>(rule.scopes())) + ".");
        }
        return inTheNameOf(client.operator(), wanted, client);
    }

    private Caller inTheNameOf(OperatorId operator, Class<?> wanted, Caller caller) {
        return wanted == OperatorPrincipal.class || wanted == Caller.class
                ? new OperatorPrincipal(operator, operators.of(operator))
                : caller;
    }

    private static boolean mayAskFor(ClientPrincipal client, Class<?> wanted) {
        if (wanted == OperatorPrincipal.class || wanted == Caller.class) {
            return client.kind() == ClientKind.OPERATOR;
        }
        return wanted == ClientPrincipal.class;
    }

    /** Says who may instead. */
    static Problem notFor(Class<?> wanted) {
        return new Problem(ProblemType.NOT_ALLOWED, whoMay(wanted));
    }

    private static String whoMay(Class<?> wanted) {
        if (wanted == OperatorPrincipal.class) {
            return "Only an operator with its API key may do this.";
        }
        if (wanted == StaffPrincipal.class) {
            return "Only a member of an operator's staff, with a token of their own, may do this.";
        }
        if (wanted == HolderPrincipal.class) {
            return "Only a person who has just been verified may do this.";
        }
        if (wanted == ClientPrincipal.class) {
            return "Only an API client with an access token may do this.";
        }
        if (wanted == NetworkPrincipal.class) {
            return "Only a server of an operator's network, with its token, may do this.";
        }
        return wanted == ApplicantPrincipal.class
                ? "Only the applicant's own session may do this."
                : "You may not do this.";
    }
}
