package io.namesake.access.client;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** Nimbus' check of a JWT's claims (RFC 7519), by the server's clock and to the second. */
class ClaimsAt extends DefaultJWTClaimsVerifier<SecurityContext> {
    private final Clock clock;

    /**
     * @param audiences one of them must be in {@code aud}
     * @param exactly claims that must be equal
     * @param needed names of claims that must be there
     */
    ClaimsAt(Clock clock, Set<String> audiences, JWTClaimsSet exactly, Set<String> needed) {
        super(audiences, exactly, needed, Set.of());
        this.clock = clock;
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }
}
