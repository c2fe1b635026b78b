package io.namesake.access.signin;

import io.namesake.access.AccessNews;
import io.namesake.access.StaffPrincipal;
import io.namesake.access.signin.AccountTable.Account;
import io.namesake.passkey.PasskeyAnswer;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** With what somebody signs in beside their password: they add and remove it themselves, and never the last. */
@Service
class Factors {
    /** So many devices are enough for anybody. */
    private static final int MOST_PASSKEYS = 10;

    private final AccountTable accounts;
    private final StaffPasskeys passkeys;
    private final DeviceTickets tickets;
    private final RecoveryCodes recovery;
    private final AccessNews news;
    private final Clock clock;

    Factors(
            AccountTable accounts,
            StaffPasskeys passkeys,
            DeviceTickets tickets,
            RecoveryCodes recovery,
            AccessNews news,
            Clock clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.tickets = tickets;
        this.recovery = recovery;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What somebody has.
     *
     * @param app whether it is an authenticator app, too
     */
    record Mine(boolean app, List<CredentialRecord> passkeys, int recoveryLeft) {}

    /** Empty for whoever does not sign in here by themselves. */
    Optional<Mine> of(StaffPrincipal staff) {
        return accounts.find(staff.staffId())
                .filter(account -> account.passwordHash() != null)
                .map(account -> new Mine(
                        account.totpSecret() != null,
                        passkeys.of(staff.staffId()),
                        accounts.recoveryLeft(staff.staffId())));
    }

    StaffPasskeys.Begun beginPasskey(StaffPrincipal staff) {
        return passkeys.beginAdding(staff.staffId(), account(staff).number());
    }

    /** @throws Problem {@code passkey-not-accepted}, {@code step-not-possible} when there are too many */
    @Transactional(noRollbackFor = Problem.class)
    public CredentialRecord addPasskey(StaffPrincipal staff, String label, PasskeyAnswer answer) {
        locked(staff);
        if (passkeys.of(staff.staffId()).size() >= MOST_PASSKEYS) {
            throw new Problem(ProblemType.STEP_NOT_POSSIBLE, "Ten passkeys are the most: remove one first.");
        }
        var added = passkeys.add(staff.staffId(), label, answer);
        tell(staff, "staff.passkey-added");
        return added;
    }

    /** @throws Problem {@code not-found}, {@code last-factor} */
    @Transactional
    public void removePasskey(StaffPrincipal staff, String id) {
        var account = locked(staff);
        var mine = passkeys.of(staff.staffId());
        if (mine.stream()
                .noneMatch(one -> one.getCredentialId().toBase64UrlString().equals(id))) {
            throw new Problem(ProblemType.NOT_FOUND);
        }
        if (mine.size() == 1 && account.totpSecret() == null) {
            throw new Problem(ProblemType.LAST_FACTOR);
        }
        passkeys.remove(staff.staffId(), id);
        tell(staff, "staff.passkey-removed");
    }

    /** A secret for an app, which counts once the app has shown a code of it. */
    DeviceTickets.Drawn drawApp(StaffPrincipal staff) {
        return tickets.draw(staff.staffId());
    }

    SignInNumber number(StaffPrincipal staff) {
        return account(staff).number();
    }

    /** From now on the codes of this app count, and of no other. @throws Problem {@code device-code-wrong} */
    @Transactional
    public void setApp(StaffPrincipal staff, String ticket, String code) {
        locked(staff);
        var secret = tickets.open(staff.staffId(), ticket);
        var step = Totp.step(secret, code, clock.instant(), 0);
        if (step.isEmpty()) {
            throw new Problem(ProblemType.DEVICE_CODE_WRONG);
        }
        accounts.setApp(staff.staffId(), secret, step.getAsLong());
        tell(staff, "staff.app-set");
    }

    /** @throws Problem {@code not-found}, {@code last-factor} */
    @Transactional
    public void removeApp(StaffPrincipal staff) {
        if (locked(staff).totpSecret() == null) {
            throw new Problem(ProblemType.NOT_FOUND);
        }
        if (passkeys.of(staff.staffId()).isEmpty()) {
            throw new Problem(ProblemType.LAST_FACTOR);
        }
        accounts.removeApp(staff.staffId());
        tell(staff, "staff.app-removed");
    }

    /** New codes for paper; those before open nothing any more. */
    @Transactional
    public List<RecoveryCode> renewRecovery(StaffPrincipal staff) {
        locked(staff);
        var codes = recovery.replace(staff.staffId());
        tell(staff, "staff.recovery-codes-replaced");
        return codes;
    }

    private Account account(StaffPrincipal staff) {
        return accounts.find(staff.staffId())
                .filter(known -> known.passwordHash() != null)
                .orElseThrow(() -> new Problem(ProblemType.NOT_ALLOWED, "You do not sign in here by yourself."));
    }

    /** So that two removals at once do not leave nothing. */
    private Account locked(StaffPrincipal staff) {
        accounts.lock(staff.staffId());
        return account(staff);
    }

    private void tell(StaffPrincipal staff, String what) {
        news.tell(staff.operatorId(), what, staff.staffId(), Map.of());
    }
}
