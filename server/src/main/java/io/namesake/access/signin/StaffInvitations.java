package io.namesake.access.signin;

import io.namesake.access.AccessNews;
import io.namesake.access.OperatorDirectory;
import io.namesake.access.OperatorId;
import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.access.StaffRegister;
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
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives people a one-time link, in which they alone choose both factors. A lost factor is replaced in the same way. */
@Service
class StaffInvitations {
    private static final int RECOVERY_CODES = 10;

    private final StaffRegister register;
    private final OperatorDirectory operators;
    private final AccountTable accounts;
    private final InvitationTable invitations;
    private final Passwords passwords;
    private final StaffSessions sessions;
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

    /**
     * Both factors are chosen.
     *
     * @param code of the device, which shows that it has the secret
     * @throws Problem {@code invitation-unknown}, {@code device-code-wrong}, {@code password-unsuitable}
     */
    @Transactional
    Accepted accept(String token, String password, String code) {
        var shown = show(token);
        var staff = shown.person().staffId();
        var now = clock.instant();
        var step = Totp.step(shown.totpSecret(), code, now, 0);
        if (step.isEmpty()) {
            throw new Problem(ProblemType.DEVICE_CODE_WRONG);
        }
        var hash = passwords.accept(
                password,
                List.of(shown.person().name(), shown.operator(), shown.number().text(), "namesake"));
        if (!invitations.use(token, now)) {
            throw new Problem(ProblemType.INVITATION_UNKNOWN);
        }
        accounts.setUp(staff, hash, shown.totpSecret(), step.getAsLong(), now);
        var codes = Stream.generate(() -> RecoveryCode.random(random))
                .limit(RECOVERY_CODES)
                .toList();
        accounts.replaceRecovery(staff, codes);
        news.tell(shown.person().operatorId(), "staff.set-up", staff, Map.of());
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
