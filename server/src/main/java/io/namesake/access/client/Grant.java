package io.namesake.access.client;

import io.namesake.access.AgreedLine;
import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code and the tokens that came of it.
 *
 * @param scopes all that was asked, purpose and OpenID Connect's own included
 * @param codeUntil until when the code can be traded
 * @param codeUsed whether it was
 * @param family names the refresh tokens of this grant, and stands in them alone
 * @param refreshSha256 of the one refresh token that is good; null where there is none
 * @param refreshUntil until when it is
 * @param ended whether it was ended, such as after a code or a refresh token was used twice
 */
record Grant(
        UUID id,
        OperatorId operator,
        UUID clientId,
        AgreedLine line,
        boolean byNetwork,
        Instant agreedAt,
        Set<String> scopes,
        String redirectUri,
        @Nullable String nonce,
        String codeChallenge,
        Instant codeUntil,
        boolean codeUsed,
        UUID family,
        @Nullable String refreshSha256,
        @Nullable Instant refreshUntil,
        boolean ended) {

    Agreement agreement() {
        return new Agreement(line, clientId, byNetwork, agreedAt);
    }

    /** The network vouches for a moment and not for weeks: what came of that is not refreshed. */
    boolean refreshable() {
        return !byNetwork && scopes.contains(RegisteredApiClients.OFFLINE);
    }
}
