package io.namesake.access.signin;

import io.namesake.database.SqlTime;
import io.namesake.passkey.Ceremonies;
import io.namesake.passkey.PasskeyStore;
import io.namesake.passkey.Passkeys;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passkeys of the operators' people, in {@code staff_passkey}. */
@Component
class StaffPasskeys extends Passkeys {
    private static final Duration MEMORY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffPasskeys(JdbcClient jdbc, SecureRandom random, Clock clock, @Value("${namesake.public-url}") URI publicUrl) {
        super(
                new PasskeyStore(jdbc, "staff_passkey", "staff_id", "Namesake"),
                new Ceremonies(jdbc, random, clock, "staff_passkey_ceremony", "staff_id"),
                publicUrl);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ceremonies that nobody finished are forgotten on this occasion. */
    @Override
    public Begun beginSignIn() {
        jdbc.sql("delete from staff_passkey_ceremony where expires_at < :gone")
                .param("gone", SqlTime.of(clock.instant().minus(MEMORY)))
                .update();
        return super.beginSignIn();
    }

    /** For somebody who signs in with that number. */
    Begun beginAdding(UUID staff, SignInNumber number) {
        return beginAdding(staff, "Namesake " + number.shown());
    }

    void removeAll(UUID staff) {
        of(staff).forEach(passkey -> remove(staff, passkey.getCredentialId().toBase64UrlString()));
    }
}
