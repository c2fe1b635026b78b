package io.namesake.access.internal;

import io.namesake.access.Caller;
import io.namesake.access.ClientKind;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.OperatorDirectory;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.RequiresScope;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** What a token of an API client opens. */
@Component
class ScopeGuard {
    private final OperatorDirectory operators;

    ScopeGuard(OperatorDirectory operators) {
        this.operators = operators;
    }

    /**
     * Looks at API clients alone, and lets every other caller by.
     *
     * @param wanted the kind of caller that the operation names
     * @return who the operation is told is calling: the client, or the operator for whom its own client acts
     * @throws Problem {@code not-allowed}, when the operation is for no client, or the token lacks its scope
     */
    Caller admit(Caller caller, Class<?> wanted, HandlerMethod operation) {
        if (!(caller instanceof ClientPrincipal client)) {
            return caller;
        }
        var needed = operation.getMethodAnnotation(RequiresScope.class);
        if (needed == null || !mayAskFor(client, wanted)) {
            throw new Problem(ProblemType.NOT_ALLOWED, "This is not for API clients of this kind.");
        }
        if (Arrays.stream(needed.value()).noneMatch(client.scopes()::contains)) {
            throw new Problem(
                    ProblemType.NOT_ALLOWED, "The token lacks the scope " + String.join(" or ", needed.value()) + ".");
        }
        return wanted == ClientPrincipal.class
                ? client
                : new OperatorPrincipal(client.operator(), operators.of(client.operator()));
    }

    private static boolean mayAskFor(ClientPrincipal client, Class<?> wanted) {
        if (wanted == OperatorPrincipal.class || wanted == Caller.class) {
            return client.kind() == ClientKind.OPERATOR;
        }
        return wanted == ClientPrincipal.class;
    }
}
