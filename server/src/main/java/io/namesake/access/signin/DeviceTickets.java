package io.namesake.access.signin;

import io.namesake.crypto.Vault;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Secrets for authenticator apps on their way: the page holds one sealed for this person until the app has shown a code of it, so that nothing
 * is kept of what was never set up.
 */
@Component
class DeviceTickets {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** Longer ones are not even looked at. */
    private static final int LONGEST = 400;

    private final Vault vault;
    private final SecureRandom random;
    private final Clock clock;

    DeviceTickets(Vault vault, SecureRandom random, Clock clock) {
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    /** @param ticket the same, sealed, with its end */
    record Drawn(byte[] secret, String ticket) {
        @Override
        public String toString() {
            return "Drawn";
        }
    }

    Drawn draw(UUID staff) {
        var secret = Totp.newSecret(random);
        var plain = ByteBuffer.allocate(Long.BYTES + secret.length)
                .putLong(clock.instant().plus(PATIENCE).toEpochMilli())
                .put(secret)
                .array();
        return new Drawn(
                secret, Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(plain, place(staff))));
    }

    /** @throws Problem {@code device-code-wrong}, when it is none of this person's, or too old */
    byte[] open(UUID staff, String ticket) {
        try {
            if (ticket.length() <= LONGEST) {
                var plain = ByteBuffer.wrap(vault.open(Base64.getUrlDecoder().decode(ticket), place(staff)));
                var end = Instant.ofEpochMilli(plain.getLong());
                var secret = new byte[plain.remaining()];
                plain.get(secret);
                if (clock.instant().isBefore(end)) {
                    return secret;
                }
            }
        } catch (Vault.SealBroken | IllegalArgumentException notOurs) {
            // Said below.
        }
        throw new Problem(ProblemType.DEVICE_CODE_WRONG);
    }

    private static byte[] place(UUID staff) {
        return ("staff-device-ticket/" + staff).getBytes(StandardCharsets.US_ASCII);
    }
}
