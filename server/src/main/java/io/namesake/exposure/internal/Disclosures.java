package io.namesake.exposure.internal;

import io.namesake.access.ClientPrincipal;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.registry.DisclosableLines;
import io.namesake.registry.DisclosableLines.Facts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to an answer about a line: scope of the token, consent of the holder, a bound on how often, and a note for the holder
 * in the transaction that answers.
 */
@Service
class Disclosures {
    private static final Duration DAY = Duration.ofDays(1);

    private final ConsentTable consents;
    private final DisclosureTable told;
    private final DisclosableLines lines;
    private final AuditLog audit;
    private final ExposureSettings settings;
    private final Clock clock;

    Disclosures(
            ConsentTable consents,
            DisclosureTable told,
            DisclosableLines lines,
            AuditLog audit,
            ExposureSettings settings,
            Clock clock) {
        this.consents = consents;
        this.told = told;
        this.lines = lines;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A line that may be told of now.
     *
     * @param facts of the line
     * @param allowed which of the scopes asked for both the token and the holder allow; never empty
     * @param now the moment of the answer
     */
    record Allowed(Facts facts, Set<Scope> allowed, Instant now) {}

    /**
     * An answer, and what of it is noted for the holder.
     *
     * @param attributes names of what was told, such as {@code nameMatch}; at least one
     */
    record Answer<T>(T body, List<String> attributes) {}

    /**
     * Answers about one line.
     *
     * @param number which line is meant; null where the token says it
     * @param scopes any of which is enough
     * @throws CamaraError {@code PERMISSION_DENIED} where the token has none of the scopes, or the holder has not agreed, or the
     *     number is no line: these are one answer on purpose; {@code INVALID_TOKEN_CONTEXT} where the number is not the token's;
     *     {@code SERVICE_NOT_APPLICABLE} where nobody's document was verified for the line;
     *     {@code TOO_MANY_REQUESTS}
     */
    @Transactional
    public <T> T answer(
            ClientPrincipal client, @Nullable String number, Set<Scope> scopes, Function<Allowed, Answer<T>> about) {
        var held = EnumSet.noneOf(Scope.class);
        scopes.stream().filter(scope -> client.scopes().contains(scope.value())).forEach(held::add);
        if (held.isEmpty()) {
            throw CamaraError.permissionDenied();
        }
        var now = clock.instant();
        var facts = line(client, number).orElseThrow(CamaraError::permissionDenied);
        var consent = consents.granted(client.clientId(), facts.lineId(), facts.holderId())
                .filter(found -> client.line() == null
                        || client.line().agreed().consentId().equals(found.id()))
                .orElseThrow(CamaraError::permissionDenied);
        held.removeIf(scope -> !consent.allows(scope, now));
        if (held.isEmpty()) {
            throw CamaraError.permissionDenied();
        }
        if (!facts.verified()) {
            throw CamaraError.notApplicable();
        }
        // The consent's row is locked: two requests at a time cannot both take the last answer.
        if (told.toldSince(client.clientId(), facts.lineId(), now.minus(DAY)) >= settings.answersPerDay()) {
            throw CamaraError.tooManyRequests();
        }
        var answer = about.apply(new Allowed(facts, held, now));
        var scope = held.iterator().next();
        told.insert(consent.id(), scope, answer.attributes(), AskedWith.of(client), now);
        audit.append(new AuditEntry(
                client.operator(),
                "disclosure.told",
                consent.id().toString(),
                Map.of("client", client.clientId().toString(), "scope", scope.value())));
        return answer.body();
    }

    private Optional<Facts> line(ClientPrincipal client, @Nullable String number) {
        var ofToken = client.line();
        if (ofToken == null) {
            return lines.of(client.operator(), Objects.requireNonNull(number));
        }
        var facts = lines.of(client.operator(), ofToken.agreed().lineId());
        if (number != null && !facts.map(Facts::number).equals(Optional.of(number))) {
            throw CamaraError.invalidTokenContext();
        }
        return facts;
    }
}
