package io.namesake.document.wallet;

import io.namesake.document.DocumentUnreadable;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A status list as it is published and signed (draft-ietf-oauth-status-list-21, 5), taken apart and not yet judged. */
interface StatusListToken {
    /** Bytes of the largest token: the list in base64url, certificates, and room. */
    int LARGEST = 2 * 1024 * 1024;

    /** The longest time that is read as one; what is longer is as good as for ever. */
    Duration LONGEST_LIFE = Duration.ofDays(3_650);

    /**
     * What it says. Nothing of it counts before the signature was checked.
     *
     * @param subject the address that it is published at
     * @param issued when it was signed
     * @param from when it begins to count; empty for at once
     * @param expires when it ends; empty when its issuer does not say so
     * @param timeToLive how long nobody needs to ask again; empty likewise
     */
    record Claims(
            String subject,
            Instant issued,
            Optional<Instant> from,
            Optional<Instant> expires,
            Optional<Duration> timeToLive,
            StatusBits statuses) {}

    /** Certificates that came with it, the signer's first; none when it names its key otherwise or not at all. */
    List<byte[]> chain() throws DocumentUnreadable;

    /** {@code kid}; empty when it names none. */
    Optional<String> keyId();

    boolean isSigned(PublicKey key) throws DocumentUnreadable;

    Claims claims() throws DocumentUnreadable;

    /** @throws DocumentUnreadable when these bytes are neither a JWT (5.1) nor a CWT (5.2) of a status list */
    static StatusListToken read(byte[] token) throws DocumentUnreadable {
        if (token.length == 0 || token.length > LARGEST) {
            throw new DocumentUnreadable("a status list's token has 1 to " + LARGEST + " bytes");
        }
        // A JWT begins with the base64url of a brace, a CWT with a tag.
        return token[0] == 'e'
                ? StatusListJwt.read(new String(token, StandardCharsets.ISO_8859_1).strip())
                : StatusListCwt.read(token);
    }

    /** @throws DocumentUnreadable when it is not positive (5.1) */
    static Duration timeToLive(Number seconds) throws DocumentUnreadable {
        if (!(seconds.doubleValue() > 0)) {
            throw new DocumentUnreadable("the status list's ttl is not positive");
        }
        return seconds.doubleValue() >= LONGEST_LIFE.toSeconds()
                ? LONGEST_LIFE
                : Duration.ofSeconds(Math.max(1, seconds.longValue()));
    }
}
