package io.namesake.exposure.internal;

import io.namesake.access.ClientPrincipal;
import io.namesake.access.HolderPrincipal;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.exposure.internal.Consent.State;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.DisclosableLines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Wishes to ask about a line, and what its holder says to them. */
@Service
@EnableConfigurationProperties(ExposureSettings.class)
class DisclosureConsents {
    private static final Duration DAY = Duration.ofDays(1);

    private final ConsentTable table;
    private final DisclosableLines lines;
    private final AuditLog audit;
    private final ExposureSettings settings;
    private final Clock clock;

    DisclosureConsents(
            ConsentTable table, DisclosableLines lines, AuditLog audit, ExposureSettings settings, Clock clock) {
        this.table = table;
        this.lines = lines;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Puts a wish before whoever holds the line. The answer is the same for a number that is no line, one that an organisation
     * holds, one whose holder has lately refused: the wish waits and is never granted.
     *
     * @param number a telephone number in E.164
     */
    @Transactional
    public Consent request(ClientPrincipal client, String number, Set<Scope> scopes, Purpose purpose) {
        var now = clock.instant();
        table.lock(client.clientId());
        if (table.requestedSince(client.clientId(), now.minus(DAY)) >= settings.requestsPerDay()) {
            throw Problem.tooManyAttempts(DAY);
        }
        var facts = lines.of(client.operator(), number)
                .filter(DisclosableLines.Facts::person)
                .filter(line -> !table.refusedSince(
                        client.clientId(), line.lineId(), line.holderId(), now.minus(settings.notAgainWithin())));
        var wish = new Consent(
                UUID.randomUUID(),
                client.clientId(),
                client.clientName(),
                facts.map(DisclosableLines.Facts::lineId).orElse(null),
                facts.map(DisclosableLines.Facts::holderId).orElse(null),
                scopes,
                purpose,
                State.REQUESTED,
                now,
                null,
                now.plus(settings.answerWithin()));
        facts.ifPresent(line -> table.replaceOpen(client.clientId(), line.lineId(), now));
        table.insert(wish, client.operator().value());
        audit.append(new AuditEntry(
                client.operator(),
                "disclosure.requested",
                wish.id().toString(),
                Map.of("client", client.clientId().toString(), "scopes", Scope.joined(scopes))));
        return wish;
    }

    /** How a wish of this client stands. @throws Problem {@code consent-unknown} for everybody else's, too */
    @Transactional(readOnly = true)
    public Consent ofClient(ClientPrincipal client, UUID id) {
        return table.ofClient(client.clientId(), id).orElseThrow(() -> new Problem(ProblemType.CONSENT_UNKNOWN));
    }

    /** The holder agrees. Asked again it changes nothing. */
    @Transactional
    public void grant(HolderPrincipal holder, UUID id) {
        var now = clock.instant();
        var wish = mine(holder, id);
        if (wish.state() == State.GRANTED && now.isBefore(wish.endsAt())) {
            return;
        }
        requirePossible(wish.waits(now));
        decide(wish, State.GRANTED, now, now.plus(settings.grantedFor()));
    }

    /** The holder says no. The wish ends when it would have ended without an answer, so that the client cannot tell. */
    @Transactional
    public void refuse(HolderPrincipal holder, UUID id) {
        var now = clock.instant();
        var wish = mine(holder, id);
        if (wish.state() == State.REFUSED) {
            return;
        }
        requirePossible(wish.waits(now));
        decide(wish, State.REFUSED, now, wish.endsAt());
    }

    /** The holder ends a consent, at once. */
    @Transactional
    public void withdraw(HolderPrincipal holder, UUID id) {
        var now = clock.instant();
        var wish = mine(holder, id);
        if (wish.state() == State.WITHDRAWN) {
            return;
        }
        requirePossible(wish.state() == State.GRANTED);
        decide(wish, State.WITHDRAWN, now, now);
    }

    private Consent mine(HolderPrincipal holder, UUID id) {
        return table.lockOf(holder.holderId(), id).orElseThrow(() -> new Problem(ProblemType.CONSENT_UNKNOWN));
    }

    private static void requirePossible(boolean possible) {
        if (!possible) {
            throw new Problem(ProblemType.STEP_NOT_POSSIBLE);
        }
    }

    private void decide(Consent wish, State state, Instant now, Instant endsAt) {
        table.decide(wish.id(), state, now, endsAt);
        audit.append(new AuditEntry(
                null,
                "disclosure." + state.name().toLowerCase(Locale.ROOT),
                wish.id().toString(),
                Map.of("client", wish.clientId().toString(), "scopes", Scope.joined(wish.scopes()))));
    }
}
