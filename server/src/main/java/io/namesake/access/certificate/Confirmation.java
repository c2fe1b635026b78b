package io.namesake.access.certificate;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What binds a token to a certificate (RFC 8705, clause 3): {@code cnf} with {@code x5t#S256}. Whoever found or stole the token has not the key. */
@Component
public class Confirmation {
    /** The claim (RFC 7800). */
    public static final String CLAIM = "cnf";
    /** Its member. */
    public static final String THUMBPRINT = "x5t#S256";

    private final ClientCertificates certificates;

    Confirmation(ClientCertificates certificates) {
        this.certificates = certificates;
    }

    /**
     * Whether a token may be used in this request: it is bound to nothing, or to the certificate with which the request came. One that is
     * bound in a way that we do not know opens nothing.
     *
     * @param request null when it is not known how the token came
     */
    public boolean holds(JWTClaimsSet claims, @Nullable HttpServletRequest request) {
        if (!isIn(claims)) {
            return true;
        }
        return claims.getClaim(CLAIM) instanceof Map<?, ?> members
                && members.size() == 1
                && members.get(THUMBPRINT) instanceof String thumbprint
                && Optional.ofNullable(request)
                        .flatMap(certificates::of)
                        .filter(certificate -> equal(certificate.thumbprint(), thumbprint))
                        .isPresent();
    }

    /** Whether a token is bound to anything. */
    public static boolean isIn(JWTClaimsSet claims) {
        return claims.getClaim(CLAIM) != null;
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
