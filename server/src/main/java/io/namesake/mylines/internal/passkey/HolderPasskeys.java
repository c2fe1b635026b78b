package io.namesake.mylines.internal.passkey;

import io.namesake.passkey.Ceremonies;
import io.namesake.passkey.PasskeyStore;
import io.namesake.passkey.Passkeys;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passkeys of holders, in the table {@code passkey}. */
@Component
class HolderPasskeys extends Passkeys {

    HolderPasskeys(JdbcClient jdbc, SecureRandom random, Clock clock, @Value("${namesake.public-url}") URI publicUrl) {
        super(
                new PasskeyStore(jdbc, "passkey", "holder_id", "My lines"),
                new Ceremonies(jdbc, random, clock, "passkey_ceremony", "holder_id"),
                publicUrl);
    }
}
