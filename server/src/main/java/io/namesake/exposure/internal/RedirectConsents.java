package io.namesake.exposure.internal;

import io.namesake.access.AgreedLine;
import io.namesake.access.AuthorizationRequests;
import io.namesake.access.AuthorizationRequests.Asked;
import io.namesake.access.HolderPrincipal;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.AcrossOperators;
import io.namesake.exposure.internal.Consent.State;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.DisclosableLines;
import io.namesake.registry.DisclosableLines.Facts;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person whose browser somebody's program sent here agrees, or does not. What they agree to is the same consent as any other: one
 * row, in the same list, ended in the same way; the code that goes back is worth what the row is.
 */
@Service
@AcrossOperators(because = "the consent takes the place of one that the line's holder of before may have left open")
class RedirectConsents {
    private final AuthorizationRequests requests;
    private final ConsentTable table;
    private final DisclosableLines lines;
    private final AuditLog audit;
    private final ExposureSettings settings;
    private final Clock clock;

    RedirectConsents(
            AuthorizationRequests requests,
            ConsentTable table,
            DisclosableLines lines,
            AuditLog audit,
            ExposureSettings settings,
            Clock clock) {
        this.requests = requests;
        this.table = table;
        this.lines = lines;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws Problem {@code consent-unknown}, when nothing of that handle waits */
    @Transactional(readOnly = true)
    public Asked asked(String handle) {
        return requests.find(handle).orElseThrow(() -> new Problem(ProblemType.CONSENT_UNKNOWN));
    }

    /**
     * Agrees for one of the person's own lines.
     *
     * @return where their browser goes
     * @throws Problem {@code consent-unknown}; {@code line-unknown} where the line is not theirs, or not of the program's operator
     */
    @Transactional
    public URI agree(HolderPrincipal holder, String handle, UUID lineId) {
        var asked = asked(handle);
        var facts = lines.of(asked.operator(), lineId)
                .filter(line -> line.person() && line.holderId().equals(holder.holderId()))
                .orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
        var consent = consent(asked, facts, clock.instant());
        return requests.agree(handle, new AgreedLine(consent, facts.lineId(), facts.holderId()));
    }

    /** @return where their browser goes @throws Problem {@code consent-unknown} */
    @Transactional
    public URI refuse(String handle) {
        return requests.refuse(handle);
    }

    private UUID consent(Asked asked, Facts line, Instant now) {
        var scopes = EnumSet.noneOf(Scope.class);
        asked.scopes().forEach(scope -> scopes.add(Scope.ofValue(scope)));
        var purpose = Purpose.ofScope(asked.purpose()).orElseThrow();
        table.lock(asked.clientId());
        return table.granted(asked.clientId(), line.lineId(), line.holderId())
                .filter(standing ->
                        standing.purpose() == purpose && scopes.stream().allMatch(scope -> standing.allows(scope, now)))
                .map(Consent::id)
                .orElseGet(() -> granted(asked, line, scopes, purpose, now));
    }

    private UUID granted(Asked asked, Facts line, Set<Scope> scopes, Purpose purpose, Instant now) {
        var wish = new Consent(
                UUID.randomUUID(),
                asked.clientId(),
                asked.clientName(),
                line.lineId(),
                line.holderId(),
                scopes,
                purpose,
                State.REQUESTED,
                now,
                null,
                now.plus(settings.answerWithin()));
        table.replaceOpen(asked.clientId(), line.lineId(), now);
        table.insert(wish, asked.operator().value());
        table.decide(wish.id(), State.GRANTED, now, now.plus(settings.grantedFor()));
        audit.append(new AuditEntry(
                asked.operator(),
                "disclosure.granted",
                wish.id().toString(),
                Map.of("client", asked.clientId().toString(), "scopes", Scope.joined(scopes), "how", "redirect")));
        return wish.id();
    }
}
