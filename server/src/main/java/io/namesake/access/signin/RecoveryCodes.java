package io.namesake.access.signin;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Draws the codes that people keep on paper. */
@Component
class RecoveryCodes {
    private static final int AT_A_TIME = 10;

    private final AccountTable accounts;
    private final SecureRandom random;

    RecoveryCodes(AccountTable accounts, SecureRandom random) {
        this.accounts = accounts;
        this.random = random;
    }

    /** Ten fresh ones in the place of those before, which open nothing any more. */
    List<RecoveryCode> replace(UUID staff) {
        var codes = Stream.generate(() -> RecoveryCode.random(random))
                .limit(AT_A_TIME)
                .toList();
        accounts.replaceRecovery(staff, codes);
        return codes;
    }
}
