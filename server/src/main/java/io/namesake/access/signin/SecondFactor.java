package io.namesake.access.signin;

import io.namesake.access.signin.AccountTable.Account;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The second thing that proves who somebody is, looked at and not yet used up. */
sealed interface SecondFactor {
    /** Checked where nobody is behind a number, so that this takes its time, too. */
    byte[] NO_SECRET = new byte[20];

    /** Nobody's account: no row has it. */
    UUID NOBODY = new UUID(0, 0);

    /** How it is called in the audit log. */
    String name();

    /** Uses it up. @return false when it is none, or somebody was faster */
    boolean use();

    /** A code of the device. */
    record DeviceCode(AccountTable accounts, UUID staff, long step) implements SecondFactor {
        @Override
        public String name() {
            return "device";
        }

        @Override
        public boolean use() {
            return accounts.useStep(staff, step);
        }
    }

    /** A code from paper. */
    record Paper(AccountTable accounts, UUID staff, String codeSha256, Instant now) implements SecondFactor {
        @Override
        public String name() {
            return "recovery-code";
        }

        @Override
        public boolean use() {
            return accounts.useRecovery(staff, codeSha256, now);
        }
    }

    /** A passkey that has answered. */
    record Passkey() implements SecondFactor {
        @Override
        public String name() {
            return "passkey";
        }

        @Override
        public boolean use() {
            return true;
        }
    }

    /** What was shown shortly before, in this very session. */
    record AlreadyShown() implements SecondFactor {
        @Override
        public String name() {
            return "session";
        }

        @Override
        public boolean use() {
            return true;
        }
    }

    /** Neither. */
    record None() implements SecondFactor {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public boolean use() {
            return false;
        }
    }

    /** Looks at a code in both ways, whoever it is of and whether or not it looks like one of them. */
    static SecondFactor of(String code, Optional<Account> account, AccountTable accounts, Instant now) {
        var staff = account.map(Account::staff).orElse(NOBODY);
        var secret = account.map(Account::totpSecret).orElse(NO_SECRET);
        var step = Totp.step(secret, code, now, account.map(Account::lastStep).orElse(0L));
        var paper = RecoveryCode.parse(code).map(RecoveryCode::sha256).orElse("");
        boolean onPaper = accounts.hasRecovery(staff, paper);
        if (account.isEmpty() || account.get().passwordHash() == null) {
            return new None();
        }
        if (step.isPresent() && account.get().totpSecret() != null) {
            return new DeviceCode(accounts, staff, step.getAsLong());
        }
        return onPaper ? new Paper(accounts, staff, paper, now) : new None();
    }
}
