package io.namesake.access;

import io.namesake.problem.Problem;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Requests that browsers brought to {@code /oauth2/authorize} and that wait for their person's answer. */
public interface AuthorizationRequests {

    /**
     * What somebody's program wants.
     *
     * @param operator at which the program is registered
     * @param clientId the program
     * @param clientName how the operator calls it
     * @param scopes what it wants to ask, without purpose and OpenID Connect's own
     * @param purpose what for, such as {@code dpv:IdentityVerification}
     */
    record Asked(OperatorId operator, UUID clientId, String clientName, Set<String> scopes, String purpose) {
        public Asked {
            scopes = Set.copyOf(scopes);
        }
    }

    /** The request that a handle names, while it waits. @param handle a secret that the browser brought from there */
    Optional<Asked> find(String handle);

    /**
     * Answers with a code for one line, once. Joins the caller's transaction.
     *
     * @return where the browser goes
     * @throws Problem {@code consent-unknown}, when nothing of that handle waits any more
     */
    URI agree(String handle, AgreedLine line);

    /**
     * Answers that the person does not want to, once.
     *
     * @return where the browser goes
     * @throws Problem {@code consent-unknown}, when nothing of that handle waits any more
     */
    URI refuse(String handle);
}
