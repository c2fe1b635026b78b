package io.namesake.document.wallet;

import com.nimbusds.jose.JWSObject;
import io.namesake.document.DocumentUnreadable;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A status list as a JWT (draft-ietf-oauth-status-list-21, 5.1 and 4.2). */
record StatusListJwt(JWSObject jws) implements StatusListToken {
    private static final Set<String> TYPES = Set.of("statuslist+jwt");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    static StatusListJwt read(String token) throws DocumentUnreadable {
        try {
            if (LETTERS.matcher(token).matches()) {
                JWSObject jws = JWSObject.parse(token);
                if (!Jws.isTyped(jws, TYPES)) {
                    throw new DocumentUnreadable("the token does not call itself a status list");
                }
                return new StatusListJwt(jws);
            }
        } catch (ParseException | RuntimeException malformed) {
            // Said below.
        }
        throw new DocumentUnreadable("this is no token of a status list");
    }

    @Override
    public List<byte[]> chain() throws DocumentUnreadable {
        try {
            return Jws.chain(jws);
        } catch (IllegalArgumentException malformed) {
            throw new DocumentUnreadable("a certificate of the status list's is no base64");
        }
    }

    @Override
    public Optional<String> keyId() {
        return Optional.ofNullable(jws.getHeader().getKeyID());
    }

    @Override
    public boolean isSigned(PublicKey key) throws DocumentUnreadable {
        return Jws.isSigned(jws, key);
    }

    @Override
    public Claims claims() throws DocumentUnreadable {
        Map<String, Object> claims = Json.map(jws.getPayload().toBytes(), "the status list's token");
        if (!(claims.get("sub") instanceof String subject)) {
            throw new DocumentUnreadable("the status list's token lacks sub");
        }
        Optional<Instant> issued = PresentedSdJwt.moment(claims, "iat");
        if (issued.isEmpty()) {
            throw new DocumentUnreadable("the status list's token lacks iat");
        }
        return new Claims(
                subject,
                issued.get(),
                PresentedSdJwt.moment(claims, "nbf"),
                PresentedSdJwt.moment(claims, "exp"),
                timeToLive(claims),
                statuses(claims.get("status_list")));
    }

    private static Optional<Duration> timeToLive(Map<String, Object> claims) throws DocumentUnreadable {
        Object seconds = claims.get("ttl");
        if (seconds == null) {
            return Optional.empty();
        }
        if (!(seconds instanceof Number number)) {
            throw new DocumentUnreadable("the status list's ttl is no number");
        }
        return Optional.of(StatusListToken.timeToLive(number));
    }

    private static StatusBits statuses(Object list) throws DocumentUnreadable {
        if (!(list instanceof Map<?, ?> members)
                || !(members.get("bits") instanceof Integer bits)
                || !(members.get("lst") instanceof String packed)) {
            throw new DocumentUnreadable("the token holds no status list");
        }
        try {
            return StatusBits.of(bits, Base64.getUrlDecoder().decode(packed));
        } catch (IllegalArgumentException malformed) {
            throw new DocumentUnreadable("the status list is no base64url");
        }
    }

    @Override
    public String toString() {
        return "StatusListJwt[]";
    }
}
