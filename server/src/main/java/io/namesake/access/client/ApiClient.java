package io.namesake.access.client;

import io.namesake.access.ClientKind;
import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered program. It proves itself with a secret, with a key of its own, or with either.
 *
 * @param id its {@code client_id}
 * @param name how the operator calls it, 1 to 100 characters
 * @param scopes what its tokens may open, at least one
 * @param secretHash Argon2id in the PHC string format; null when it has a key only
 * @param keySet its public keys; null when it has a secret only
 * @param disabledAt since when it gets no token any more and those it has open nothing; null while it may
 */
record ApiClient(
        UUID id,
        OperatorId operator,
        String name,
        ClientKind kind,
        SortedSet<String> scopes,
        @Nullable String secretHash,
        @Nullable ClientKeys keySet,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    @Override
    public String toString() {
        return "ApiClient[" + id + "]";
    }
}
