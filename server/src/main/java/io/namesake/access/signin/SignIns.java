package io.namesake.access.signin;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.access.AccessNews;
import io.namesake.access.signin.AccountTable.Account;
import io.namesake.access.signin.Throttle.Kind;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs somebody in by number, password and code, all three at once: whoever has only some of them learns neither which were right nor
 * whether anybody has that number, in what is answered or in how long it takes.
 */
@Service
class SignIns {
    private final AccountTable accounts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final StaffSessions sessions;
    private final AccessNews news;
    private final TransactionTemplate transaction;
    private final MeterRegistry metrics;
    private final Clock clock;

    SignIns(
            AccountTable accounts,
            Passwords passwords,
            Throttle throttle,
            StaffSessions sessions,
            AccessNews news,
            TransactionTemplate transaction,
            MeterRegistry metrics,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.news = news;
        this.transaction = transaction;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What somebody types. @param code null where another proof was shown already */
    record Given(String number, String password, @Nullable String code) {
        @Override
        public String toString() {
            return "Given";
        }
    }

    /** @param recoveryLeft how many recovery codes are left */
    record SignedIn(StaffSessions.Opened session, int recoveryLeft) {}

    /**
     * @param address where it comes from
     * @param browser {@link BrowserKind}
     * @throws Problem {@code sign-in-refused} or {@code sign-in-paused}
     */
    SignedIn signIn(Given given, String address, String browser) {
        try {
            throttle.begin(Kind.ADDRESS, address);
            var known = prove(given);
            throttle.succeeded(Kind.ADDRESS, address);
            return known.session(browser);
        } catch (Problem problem) {
            count(problem.type() == ProblemType.SIGN_IN_PAUSED ? "paused" : "refused");
            throw problem;
        }
    }

    /** Whoever is signed in takes another password. The other sessions end. @param given without a code where another proof was shown already */
    void changePassword(UUID staff, String name, Given given, String wanted, Optional<UUID> kept) {
        var account = accounts.find(staff).orElseThrow(() -> new Problem(ProblemType.SIGN_IN_REFUSED));
        var hash = passwords.accept(wanted, List.of(name, account.number().text()));
        prove(new Given(account.number().text(), given.password(), given.code()));
        transaction.executeWithoutResult(_ -> {
            accounts.setPassword(staff, hash);
            sessions.endAll(staff, kept);
            news.tell(account.operator(), "staff.password-changed", staff, Map.of());
        });
    }

    /** Whoever is signed in shows again who they are. @throws Problem {@code sign-in-refused} or {@code sign-in-paused} */
    void proveAgain(UUID staff, String password, String code) {
        var account = accounts.find(staff).orElseThrow(() -> new Problem(ProblemType.SIGN_IN_REFUSED));
        prove(new Given(account.number().text(), password, code));
    }

    /** Whoever showed a passkey is let in. @throws Problem {@code passkey-not-accepted}, when they do not sign in here any more */
    SignedIn afterPasskey(UUID staff, String browser) {
        return new Known(known(staff), new SecondFactor.Passkey(), 0).session(browser);
    }

    /** The same, where the operator wants the password beside it. @throws Problem {@code sign-in-refused} or {@code sign-in-paused} */
    SignedIn afterPasskey(UUID staff, String password, String address, String browser) {
        try {
            throttle.begin(Kind.ADDRESS, address);
            var number = known(staff).number().text();
            var known = prove(new Given(number, password, null));
            throttle.succeeded(Kind.ADDRESS, address);
            return new Known(known.account, new SecondFactor.Passkey(), known.failuresBefore).session(browser);
        } catch (Problem problem) {
            count(problem.type() == ProblemType.SIGN_IN_PAUSED ? "paused" : "refused");
            throw problem;
        }
    }

    private Account known(UUID staff) {
        return accounts.find(staff)
                .filter(account -> account.passwordHash() != null)
                .orElseThrow(() -> new Problem(ProblemType.PASSKEY_NOT_ACCEPTED));
    }

    private Known prove(Given given) {
        var number = SignInNumber.parse(given.number());
        var counted = number.map(SignInNumber::text).orElse("");
        throttle.begin(Kind.NUMBER, counted);
        var account = number.flatMap(accounts::find);
        // Everything is looked at before anything is decided.
        var factor = given.code() == null
                ? new SecondFactor.AlreadyShown()
                : SecondFactor.of(given.code(), account, accounts, clock.instant());
        boolean password = passwords.matches(
                given.password(), account.map(Account::passwordHash).orElse(null));
        if (account.isEmpty() || !password || !factor.use()) {
            throw new Problem(ProblemType.SIGN_IN_REFUSED);
        }
        return new Known(account.get(), factor, throttle.succeeded(Kind.NUMBER, counted));
    }

    private void count(String outcome) {
        metrics.counter("namesake.staff.sign.ins", "outcome", outcome).increment();
    }

    /** Somebody who proved who they are. */
    private final class Known {
        private final Account account;
        private final SecondFactor factor;
        private final int failuresBefore;

        Known(Account account, SecondFactor factor, int failuresBefore) {
            this.account = account;
            this.factor = factor;
            this.failuresBefore = failuresBefore;
        }

        SignedIn session(String browser) {
            return transaction.execute(_ -> {
                if (!accounts.lockIfUnchanged(account)) {
                    // It was reset in this very moment.
                    throw new Problem(ProblemType.SIGN_IN_REFUSED);
                }
                news.tell(
                        account.operator(),
                        "staff.signed-in",
                        account.staff(),
                        Map.of("factor", factor.name(), "failures-before", String.valueOf(failuresBefore)));
                var opened = sessions.open(account.staff(), browser);
                count("signed-in");
                return new SignedIn(opened, accounts.recoveryLeft(account.staff()));
            });
        }
    }
}
