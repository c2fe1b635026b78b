package io.namesake.access.signin;

import static io.namesake.access.signin.InvitationController.needed;

import io.namesake.access.signin.SignIns.SignedIn;
import io.namesake.passkey.PasskeyAnswer;
import io.namesake.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Signs somebody in by a passkey. The device has made sure who holds it, by something that they know or are, so a passkey is two factors
 * already, and one that no other site can ask for (NIST SP 800-63B-4, clauses 2.2 and 3.1.7: AAL2, phishing-resistant). An operator
 * that wants the password beside it says so ({@link SignInSettings}).
 */
@Service
class PasskeySignIns {
    private final StaffPasskeys passkeys;
    private final SignIns signIns;
    private final SignInSettings settings;

    PasskeySignIns(StaffPasskeys passkeys, SignIns signIns, SignInSettings settings) {
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.settings = settings;
    }

    /**
     * @param address where it comes from
     * @param browser {@link BrowserKind}
     * @throws Problem {@code passkey-not-accepted}; where the password is asked for, {@code sign-in-refused} or {@code sign-in-paused}
     */
    SignedIn signIn(PasskeyAnswer answer, @Nullable String password, String address, String browser) {
        var staff = passkeys.signIn(answer);
        return settings.passkeyNeedsPassword()
                ? signIns.afterPasskey(staff, needed(password), address, browser)
                : signIns.afterPasskey(staff, browser);
    }
}
