package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.crypto.Vault;
import io.namesake.net.OutboundRules;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The endpoints of the operators, and their secrets, which are sealed in the database and shown once. */
@Service
class WebhookEndpoints {
    private static final int MOST_OF_AN_OPERATOR = 20;

    private final EndpointTable table;
    private final Vault vault;
    private final OutboundRules rules;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;

    WebhookEndpoints(
            EndpointTable table, Vault vault, OutboundRules rules, AuditLog audit, SecureRandom random, Clock clock) {
        this.table = table;
        this.vault = vault;
        this.rules = rules;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A new endpoint, to which nothing is sent before {@link #verified}.
     *
     * @throws Problem {@code webhook-endpoint-invalid} when the operator has too many, or the URL is one that is not called
     */
    @Transactional
    Created create(OperatorId operator, EndpointUrl url, Optional<String> description, Set<EventType> eventTypes) {
        return create(operator, url, description, EndpointForm.CLOUDEVENTS, eventTypes, null);
    }

    /** One that listens to notifications of another form. */
    @Transactional
    Created listening(OperatorId operator, EndpointUrl url, EndpointForm form, Listening listening) {
        return create(operator, url, Optional.empty(), form, EnumSet.noneOf(EventType.class), listening);
    }

    private Created create(
            OperatorId operator,
            EndpointUrl url,
            Optional<String> description,
            EndpointForm form,
            Set<EventType> eventTypes,
            @Nullable Listening listening) {
        requireCallable(url);
        if (table.count(operator) >= MOST_OF_AN_OPERATOR) {
            throw new Problem(
                    ProblemType.WEBHOOK_ENDPOINT_INVALID,
                    "An operator has at most " + MOST_OF_AN_OPERATOR + " endpoints; delete one first.");
        }
        var endpoint = new WebhookEndpoint(
                UUID.randomUUID(),
                url.toString(),
                description,
                form,
                eventTypes,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var secret = WebhookSecret.random(random);
        table.add(operator, endpoint, listening, vault.seal(secret.bytes(), placeOf(endpoint.id())));
        log(operator, "webhook-endpoint.created", endpoint.id());
        return new Created(endpoint, secret);
    }

    List<WebhookEndpoint> of(OperatorId operator) {
        return table.of(operator);
    }

    /** @throws Problem {@code webhook-endpoint-unknown} */
    WebhookEndpoint get(OperatorId operator, UUID id) {
        return table.find(operator, id).orElseThrow(() -> new Problem(ProblemType.WEBHOOK_ENDPOINT_UNKNOWN));
    }

    /** @throws Problem {@code webhook-endpoint-invalid} when it is known that this URL is not called */
    void requireCallable(EndpointUrl url) {
        rules.objection(url.uri()).ifPresent(objection -> {
            throw new Problem(ProblemType.WEBHOOK_ENDPOINT_INVALID, objection);
        });
    }

    /** It answered a challenge at this URL: from now on it is told events. One that had answered 410 is told them again. */
    @Transactional
    void verified(OperatorId operator, UUID id, String url) {
        if (table.verified(id, url, clock.instant())) {
            log(operator, "webhook-endpoint.verified", id);
        }
    }

    @Transactional
    void change(OperatorId operator, WebhookEndpoint changed) {
        table.change(changed);
        log(operator, "webhook-endpoint.changed", changed.id());
    }

    /**
     * Gives it a new secret.
     *
     * @param overlap how long events are signed with the secret so far, too; zero when it is known to others
     */
    @Transactional
    WebhookSecret rotate(OperatorId operator, UUID id, Duration overlap) {
        get(operator, id);
        var secret = WebhookSecret.random(random);
        table.rotate(
                id, vault.seal(secret.bytes(), placeOf(id)), clock.instant().plus(overlap));
        log(operator, "webhook-endpoint.secret-rotated", id);
        return secret;
    }

    /** Previous secrets whose time is over do not stay, sealed or not. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void forgetPreviousSecrets() {
        table.forgetPreviousSecrets(clock.instant());
    }

    /** What events for it are signed with now, the newest first. */
    List<WebhookSecret> secrets(UUID id) {
        return table.sealedSecrets(id, clock.instant()).stream()
                .map(bytes -> secret(id, bytes))
                .toList();
    }

    @Transactional
    void delete(OperatorId operator, UUID id) {
        if (!table.delete(operator, id)) {
            throw new Problem(ProblemType.WEBHOOK_ENDPOINT_UNKNOWN);
        }
        log(operator, "webhook-endpoint.deleted", id);
    }

    /** It answered 410 Gone. Joins the caller's transaction. */
    @Transactional
    void disable(UUID id) {
        table.disable(id, clock.instant()).ifPresent(operator -> log(operator, "webhook-endpoint.disabled", id));
    }

    /** @throws Vault.SealBroken when it was sealed under another keyset, or for another endpoint */
    WebhookSecret secret(UUID id, byte[] sealed) {
        return WebhookSecret.of(vault.open(sealed, placeOf(id)));
    }

    private void log(OperatorId operator, String type, UUID id) {
        audit.append(new AuditEntry(operator, type, id.toString()));
    }

    /** Binds a sealed secret to its endpoint. */
    static byte[] placeOf(UUID id) {
        return ("webhook-endpoint/" + id).getBytes(StandardCharsets.UTF_8);
    }

    /** A new endpoint with its secret, which nobody can ask for again. */
    record Created(WebhookEndpoint endpoint, WebhookSecret secret) {}
}
