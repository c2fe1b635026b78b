package io.namesake.access;

import java.util.Optional;
import java.util.Set;

/** Programs that were registered under the name that another issuer gives them. */
public interface KnownClients {

    /**
     * The program, when it was registered here and is not shut out.
     *
     * @param externalId the other issuer's {@code client_id}
     * @param granted scopes of its token; those that it was not given here open nothing
     * @param bound whether its token is bound to the certificate with which it came; one that is not opens nothing where the program was
     *     registered for bound tokens alone
     */
    Optional<Caller> byExternalId(String externalId, Set<String> granted, boolean bound);
}
