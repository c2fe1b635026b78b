package io.namesake.access.client;

import io.namesake.access.AccessRules;
import io.namesake.access.ClientKind;
import io.namesake.access.RequiresScope;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The scopes that some operation asks for: a client that had another could never use it. */
@Component
class KnownScopes {
    private final ObjectProvider<RequestMappingHandlerMapping> operations;
    private final AccessRules policy;

    /** @param operations asked late: the controllers come after what guards them */
    KnownScopes(ObjectProvider<RequestMappingHandlerMapping> operations, AccessRules policy) {
        this.operations = operations;
        this.policy = policy;
    }

    /** What a client of this kind may be given. */
    SortedSet<String> of(ClientKind kind) {
        var scopes = operations
                .orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(operation -> operation.hasMethodAnnotation(RequiresScope.class))
                .flatMap(operation -> Arrays.stream(
                        operation.getMethodAnnotation(RequiresScope.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (kind == ClientKind.OPERATOR) {
            policy.all().values().forEach(rule -> scopes.addAll(rule.scopes()));
        }
        return scopes;
    }
}
