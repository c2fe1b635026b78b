package io.namesake.document.wallet;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JWSObject;
import io.namesake.document.DocumentUnreadable;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An SD-JWT with what was disclosed of it (RFC 9901), taken apart and not yet judged.
 *
 * @param jwt the issuer's
 * @param payload of the issuer's, as it was signed
 * @param claims the same with what was disclosed in its place
 * @param disclosed how many disclosures were shown
 * @param hash of what the wallet's proof must be about, in base64url
 * @param proof the wallet's
 */
record PresentedSdJwt(
        JWSObject jwt,
        Map<String, Object> payload,
        Map<String, Object> claims,
        int disclosed,
        String hash,
        Optional<JWSObject> proof) {
    private static final int LONGEST = 2 * 1024 * 1024;
    private static final int MOST_DISCLOSURES = 64;
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9_.~-]+");
    private static final Set<String> HASHES = Set.of("sha-256", "sha-384", "sha-512");

    static PresentedSdJwt read(String presentation) throws DocumentUnreadable {
        if (presentation.length() > LONGEST) {
            throw new DocumentUnreadable("an SD-JWT has at most " + LONGEST + " letters");
        }
        long tildes = presentation.chars().filter(letter -> letter == '~').count();
        if (!LETTERS.matcher(presentation).matches() || tildes < 1 || tildes > MOST_DISCLOSURES + 1) {
            throw new DocumentUnreadable("this is no SD-JWT");
        }
        try {
            SDJWT parts = SDJWT.parse(presentation);
            JWSObject jwt = JWSObject.parse(parts.getCredentialJwt());
            Map<String, Object> payload = Json.map(jwt.getPayload().toBytes(), "the credential");
            Object algorithm = payload.getOrDefault("_sd_alg", "sha-256");
            if (!HASHES.contains(algorithm)) {
                throw new DocumentUnreadable("the hash function of the credential is not known here");
            }
            Disclosures.check(payload, parts.getDisclosures(), String.valueOf(algorithm));
            Map<String, Object> claims = new SDObjectDecoder().decode(payload, parts.getDisclosures());
            return new PresentedSdJwt(
                    jwt,
                    payload,
                    claims,
                    parts.getDisclosures().size(),
                    parts.getSDHash(),
                    parts.getBindingJwt() == null
                            ? Optional.empty()
                            : Optional.of(JWSObject.parse(parts.getBindingJwt())));
        } catch (ParseException | RuntimeException malformed) {
            throw new DocumentUnreadable("this is no SD-JWT");
        }
    }

    static byte[] json(Disclosure disclosure) {
        return disclosure.getJson().getBytes(StandardCharsets.UTF_8);
    }

    Optional<String> text(String claim) {
        return payload.get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Seconds since 1970 (RFC 7519, {@code NumericDate}). @throws DocumentUnreadable when it is there and none */
    static Optional<Instant> moment(Map<String, Object> claims, String claim) throws DocumentUnreadable {
        Object value = claims.get(claim);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Number number && Math.abs(number.doubleValue()) < 1e11) {
            return Optional.of(Instant.ofEpochSecond(number.longValue()));
        }
        throw new DocumentUnreadable(claim + " is no time");
    }

    /** Says nothing personal. */
    @Override
    public String toString() {
        return "PresentedSdJwt[" + disclosed + " disclosures]";
    }
}
