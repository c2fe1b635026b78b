package io.namesake.access.client;

import io.namesake.access.ClientKind;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.RequiresScope;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The scopes that some operation asks for: a client that had another could never use it. */
@Component
class KnownScopes {
    private final ObjectProvider<RequestMappingHandlerMapping> operations;

    /** @param operations asked late: the controllers come after what guards them */
    KnownScopes(ObjectProvider<RequestMappingHandlerMapping> operations) {
        this.operations = operations;
    }

    /** What a client of this kind may be given. */
    SortedSet<String> of(ClientKind kind) {
        return operations
                .orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(operation -> operation.hasMethodAnnotation(RequiresScope.class))
                .filter(operation -> kind == ClientKind.OPERATOR || isForClients(operation))
                .flatMap(operation -> Arrays.stream(
                        operation.getMethodAnnotation(RequiresScope.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isForClients(HandlerMethod operation) {
        return Arrays.stream(operation.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(ClientPrincipal.class::equals);
    }
}
