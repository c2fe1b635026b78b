package io.namesake.access.client;

import io.namesake.access.SecretToken;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Refresh tokens, {@code nrt_<family>_<secret>}: the family says which grant they belong to even when their secret is one of before,
 * which is how a stolen one is found out (OAuth 2.1, clause 4.3.1).
 */
final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {
    private static final Pattern FORM = Pattern.compile("nrt_([0-9a-f]{32})_([A-Za-z0-9_-]{43})");

    private final SecureRandom random;

    RefreshTokens(SecureRandom random) {
        this.random = random;
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType()) || context.getAuthorization() == null) {
            return null;
        }
        UUID family = context.getAuthorization().getAttribute(Grants.FAMILY);
        return family == null
                ? null
                : new OAuth2RefreshToken(
                        "nrt_" + family.toString().replace("-", "") + "_" + SecretToken.random(random), Instant.now());
    }

    /** The family that a token names; empty when it is none of this form. */
    static Optional<UUID> family(String token) {
        var parts = FORM.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var hex = parts.group(1);
        return Optional.of(new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16)));
    }
}
