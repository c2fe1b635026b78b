package io.namesake.access.signin;

import io.namesake.access.AccessNews;
import io.namesake.access.OperatorDirectory;
import io.namesake.access.OperatorId;
import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.access.StaffRegister;
import io.namesake.passkey.PasskeyAnswer;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives people a one-time link, in which they alone choose both factors. A lost factor is replaced in the same way. */
@Service
class StaffInvitations {
    private final StaffRegister register;
    private final OperatorDirectory operators;
    private final AccountTable accounts;
    private final InvitationTable invitations;
    private final Passwords passwords;
    private final StaffSessions sessions;
    private final StaffPasskeys passkeys;
    private final RecoveryCodes recovery;
    private final AccessNews news;
    private final SecureRandom random;
    private final SignInSettings settings;
    private final Clock clock;
    private final String page;

    StaffInvitations(
            StaffRegister register,
            OperatorDirectory operators,
            AccountTable accounts,
            InvitationTable invitations,
            Passwords passwords,
            StaffSessions sessions,
            StaffPasskeys passkeys,
            RecoveryCodes recovery,
            AccessNews news,
            SecureRandom random,
            SignInSettings settings,
            Clock clock,
            @Value("${namesake.public-url}") URI publicUrl) {
        this.register = register;
        this.operators = operators;
        this.accounts = accounts;
        this.invitations = invitations;
        this.passwords = passwords;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.news = news;
        this.random = random;
        this.settings = settings;
        this.clock = clock;
        // After the #, which browsers send to nobody.
        this.page = publicUrl.toString().replaceAll("/+$", "") + "/staff/invitation#";
    }

    /** @param url the link, which opens once */
    record Invited(UUID staff, SignInNumber number, String url, Instant expiresAt) {
        @Override
        public String toString() {
            return "Invited[" + staff + "]";
        }
    }

    /** What the link opens. */
    record Shown(StaffPrincipal person, String operator, SignInNumber number, byte[] totpSecret, Instant expiresAt) {
        @Override
        public String toString() {
            return "Shown[" + person + "]";
        }
    }

    record Accepted(UUID staff, List<RecoveryCode> recoveryCodes) {}

    /** Adds somebody new. */
    @Transactional
    Invited invite(OperatorId operator, String name, Set<Role> roles) {
        var staff = register.add(operator, name, roles);
        return link(operator, staff, number(staff));
    }

    /**
     * A new link for somebody who lost a factor: from now on neither of those before opens anything, and no session of theirs.
     *
     * @throws Problem {@code staff-unknown}
     */
    @Transactional
    Invited renew(OperatorId operator, UUID staff) {
        var person = register.working(staff)
                .filter(known -> known.operatorId().equals(operator))
                .orElseThrow(() -> new Problem(ProblemType.STAFF_UNKNOWN));
        var account = accounts.find(person.staffId());
        accounts.clear(staff);
        passkeys.removeAll(staff);
        sessions.endAll(staff, Optional.empty());
        return link(operator, staff, account.map(AccountTable.Account::number).orElseGet(() -> number(staff)));
    }

    /** @throws Problem {@code invitation-unknown} */
    Shown show(String token) {
        var open = open(token);
        var person = register.working(open.staff()).orElseThrow(() -> new Problem(ProblemType.INVITATION_UNKNOWN));
        var account = accounts.find(open.staff()).orElseThrow();
        return new Shown(
                person, operators.of(person.operatorId()), account.number(), open.totpSecret(), open.expiresAt());
    }

    /** Begins to make a passkey for whoever has the link. @throws Problem {@code invitation-unknown} */
    StaffPasskeys.Begun beginPasskey(String token) {
        var shown = show(token);
        return passkeys.beginAdding(shown.person().staffId(), shown.number());
    }

    /**
     * Both factors are chosen, the second of them an app.
     *
     * @param code of the app, which shows that it has the secret
     * @throws Problem {@code invitation-unknown}, {@code device-code-wrong}, {@code password-unsuitable}
     */
    @Transactional
    Accepted accept(String token, String password, String code) {
        var shown = show(token);
        var step = Totp.step(shown.totpSecret(), code, clock.instant(), 0);
        if (step.isEmpty()) {
            throw new Problem(ProblemType.DEVICE_CODE_WRONG);
        }
        return setUp(shown, token, password, shown.totpSecret(), step.getAsLong());
    }

    /**
     * Both factors are chosen, the second of them a passkey.
     *
     * @param label the person's own word for it
     * @throws Problem {@code invitation-unknown}, {@code passkey-not-accepted}, {@code password-unsuitable}
     */
    @Transactional
    Accepted accept(String token, String password, String label, PasskeyAnswer answer) {
        var shown = show(token);
        var accepted = setUp(shown, token, password, null, 0);
        passkeys.add(accepted.staff(), label, answer);
        return accepted;
    }

    private Accepted setUp(Shown shown, String token, String password, byte @Nullable [] totpSecret, long usedStep) {
        var staff = shown.person().staffId();
        var now = clock.instant();
        var hash = passwords.accept(
                password,
                List.of(shown.person().name(), shown.operator(), shown.number().text(), "namesake"));
        if (!invitations.use(token, now)) {
            throw new Problem(ProblemType.INVITATION_UNKNOWN);
        }
        accounts.setUp(staff, hash, totpSecret, usedStep, now);
        var codes = recovery.replace(staff);
        news.tell(
                shown.person().operatorId(),
                "staff.set-up",
                staff,
                Map.of("factor", totpSecret == null ? "passkey" : "device"));
        return new Accepted(staff, codes);
    }

    private InvitationTable.Invitation open(String token) {
        return invitations.open(token, clock.instant()).orElseThrow(() -> new Problem(ProblemType.INVITATION_UNKNOWN));
    }

    private Invited link(OperatorId operator, UUID staff, SignInNumber number) {
        var now = clock.instant();
        var expires = now.plus(settings.invitation());
        var token = invitations.add(staff, now, expires);
        news.tell(operator, "staff.invited", staff, Map.of());
        return new Invited(staff, number, page + token, expires);
    }

    private SignInNumber number(UUID staff) {
        SignInNumber number;
        do {
            number = SignInNumber.random(random);
        } while (!accounts.add(staff, number, clock.instant()));
        return number;
    }
}
