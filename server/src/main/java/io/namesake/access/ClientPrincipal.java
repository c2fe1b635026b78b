package io.namesake.access;

import java.util.Set;
import java.util.UUID;

/**
 * A program, known by a short access token (OAuth 2.1, client credentials). As a controller's parameter: only API clients may
 * call, and only with the scope that the method's {@link RequiresScope} names.
 *
 * @param operator at which it is registered
 * @param clientId the program, in logs and audit rows
 * @param clientName how the operator calls it, such as a bank's name; shown to holders
 * @param kind whose program it is
 * @param scopes what this token opens; at most what the client may
 */
public record ClientPrincipal(
        OperatorId operator, UUID clientId, String clientName, ClientKind kind, Set<String> scopes) implements Caller {

    public ClientPrincipal {
        scopes = Set.copyOf(scopes);
    }
}
