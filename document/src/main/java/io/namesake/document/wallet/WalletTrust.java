package io.namesake.document.wallet;

import com.nimbusds.jose.jwk.JWKSet;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.trust.TrustStore;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509CRL;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whose credentials are believed. It is another list than that of passports: who may issue passports may not for that reason issue credentials.
 *
 * @param authorities those whose certificates vouch for issuers' (IACA, ISO/IEC 18013-5, B.1.2; the same for {@code x5c} of an SD-JWT VC)
 * @param revocations their lists of revoked certificates; those of others do no harm
 * @param issuers keys of issuers of SD-JWT VC by the exact value of {@code iss}, for those who name no certificate
 */
public record WalletTrust(TrustStore authorities, List<X509CRL> revocations, Map<String, JWKSet> issuers) {
    private static final int LARGEST = 256 * 1024;

    public WalletTrust {
        Objects.requireNonNull(authorities, "authorities");
        revocations = List.copyOf(revocations);
        issuers = Map.copyOf(issuers);
    }

    /** Believes the issuers that these authorities vouch for. */
    public static WalletTrust of(TrustStore authorities) {
        return new WalletTrust(authorities, List.of(), Map.of());
    }

    /** Believes nobody. */
    public static WalletTrust nobody() {
        return of(TrustStore.empty());
    }

    /** A set of keys (RFC 7517, 5). @throws DocumentUnreadable when these bytes are none, or hold a private key */
    public static JWKSet keys(byte[] file) throws DocumentUnreadable {
        if (file.length > LARGEST) {
            throw new DocumentUnreadable("a set of keys has at most " + LARGEST + " bytes");
        }
        try {
            JWKSet keys = JWKSet.parse(new String(file, StandardCharsets.UTF_8));
            if (keys.getKeys().stream().anyMatch(key -> key.isPrivate())) {
                throw new DocumentUnreadable("a set of issuers' keys holds a private key");
            }
            return keys;
        } catch (ParseException | RuntimeException malformed) {
            throw new DocumentUnreadable("this is no set of keys");
        }
    }
}
