package io.namesake.access.client;

import io.namesake.access.ClientKind;
import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered program. It proves itself with a secret, a key of its own, a certificate, or any of them; or it proves itself elsewhere.
 *
 * @param id its {@code client_id}
 * @param name how the operator calls it, 1 to 100 characters
 * @param scopes what its tokens may open, at least one
 * @param secretHash Argon2id in the PHC string format; null when it has none
 * @param keySet its public keys; null when it has none
 * @param redirectUris where it may have browsers sent back to, each compared exactly; empty where it sends none
 * @param externalId its {@code client_id} at the issuer beside ours, whose tokens it brings; null when it gets ours
 * @param certificates by which it proves itself; null when it has none
 * @param boundTokens whether it gets only tokens that are bound to a certificate, however it proves itself
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
        SortedSet<String> redirectUris,
        @Nullable String externalId,
        @Nullable ClientCertificateRule certificates,
        boolean boundTokens,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    @Override
    public String toString() {
        return "ApiClient[" + id + "]";
    }
}
