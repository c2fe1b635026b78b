package io.namesake.access.client;

import io.namesake.access.AgreedLine;
import io.namesake.access.Digests;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/**
 * Who stands behind a code: one line, and its holder's consent.
 *
 * @param byNetwork whether the operator's network vouched for the line, and not the person in their own lines
 * @param at when it did, or when the person agreed
 */
record Agreement(AgreedLine line, UUID clientId, boolean byNetwork, Instant at) implements AuthenticatedPrincipal {
    /** In {@code amr} (RFC 8176): the access network vouched. A value of ours, since that list has none for it. */
    static final String NETWORK = "net";

    /**
     * The subject: another one for each client and line, so that neither two clients nor one client with two lines of a person can
     * tell that they are the same (OpenID Connect Core, clause 8.1). The line's and the holder's own ids are random and told to no
     * client, so nobody finds them from it.
     */
    @Override
    public String getName() {
        return Digests.s256("subject/" + clientId + "/" + line.holderId() + "/" + line.lineId());
    }

    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, "", List.of());
    }

    /** What tokens say of how the line was vouched for. When a person signed in is theirs to know. */
    void describe(JwtClaimsSet.Builder claims) {
        if (byNetwork) {
            claims.claim("amr", List.of(NETWORK)).claim("auth_time", at.getEpochSecond());
        }
    }
}
