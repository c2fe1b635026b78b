package io.namesake.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program, known by a short access token (OAuth 2.1: client credentials, or a code that a person's browser brought). As a
 * controller's parameter: only API clients may call, and only with the scope that the method's {@link RequiresScope} names.
 *
 * @param operator at which it is registered
 * @param clientId the program, in logs and audit rows
 * @param clientName how the operator calls it, such as a bank's name; shown to holders
 * @param kind whose program it is
 * @param scopes what this token opens; at most what the client may
 * @param line the one line that this token is about; null for a token of the program alone
 */
public record ClientPrincipal(
        OperatorId operator,
        UUID clientId,
        String clientName,
        ClientKind kind,
        Set<String> scopes,
        @Nullable OneLine line)
        implements Caller {

    public ClientPrincipal {
        scopes = Set.copyOf(scopes);
    }

    /** With a token of the program alone. */
    public ClientPrincipal(OperatorId operator, UUID clientId, String clientName, ClientKind kind, Set<String> scopes) {
        this(operator, clientId, clientName, kind, scopes, null);
    }

    /**
     * The line of a token that came by a person's browser.
     *
     * @param agreed the line and the consent that the token is worth
     * @param byNetwork whether the operator's network vouched for the line, and not the person in their own lines
     */
    public record OneLine(AgreedLine agreed, boolean byNetwork) {}
}
