package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Endpoints that are told in another form than that of CloudEvents: they are verified, sent to, tried again and given up as those are, and
 * what could not be delivered lies with their dead letters.
 */
@Component
public class Listeners {
    private final WebhookEndpoints endpoints;
    private final EndpointChallenge challenge;
    private final DeliveryWorker worker;
    private final JdbcClient jdbc;
    private final Clock clock;

    Listeners(
            WebhookEndpoints endpoints,
            EndpointChallenge challenge,
            DeliveryWorker worker,
            JdbcClient jdbc,
            Clock clock) {
        this.endpoints = endpoints;
        this.challenge = challenge;
        this.worker = worker;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds one that is told from now on. Somebody at its address must have answered a challenge: it does now, or another endpoint of the
     * operator with the same scheme, host and port did before.
     *
     * @return its id
     * @throws Problem {@code webhook-endpoint-invalid}, {@code webhook-endpoint-not-verified}
     */
    public UUID add(OperatorId operator, EndpointForm form, String callback, Listening listening) {
        var url = EndpointUrl.parse(callback);
        boolean known = endpoints.of(operator).stream()
                .anyMatch(one -> one.isActive() && isOfOneOrigin(URI.create(one.url()), url.uri()));
        var created = endpoints.listening(operator, url, form, listening).endpoint();
        if (known) {
            endpoints.verified(operator, created.id(), created.url());
            return created.id();
        }
        challenge.verify(operator, created).error().ifPresent(error -> {
            endpoints.delete(operator, created.id());
            throw new Problem(
                    ProblemType.WEBHOOK_ENDPOINT_NOT_VERIFIED,
                    "The callback did not answer the challenge (" + error
                            + "), and no webhook endpoint of the same host and port has.");
        });
        return created.id();
    }

    private static boolean isOfOneOrigin(URI one, URI other) {
        return origin(one).equals(origin(other));
    }

    private static String origin(URI url) {
        var scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** @throws Problem {@code webhook-endpoint-unknown} when the operator has no listener of this id and form */
    public void remove(OperatorId operator, EndpointForm form, UUID id) {
        if (endpoints.get(operator, id).form() != form) {
            throw new Problem(ProblemType.WEBHOOK_ENDPOINT_UNKNOWN);
        }
        endpoints.delete(operator, id);
    }

    /**
     * Tells whoever listens, within the caller's transaction. The same id is told once.
     *
     * @param event the notification's name
     * @param id always the same for the same happening
     * @param body made only where somebody listens
     */
    public void tell(OperatorId operator, EndpointForm form, String event, UUID id, Supplier<String> body) {
        if (!isHeard(operator, form, event)) {
            return;
        }
        int deliveries = jdbc.sql("""
                        insert into webhook_delivery
                            (endpoint_id, event_id, type, body, created_at, status, next_attempt_at)
                        select id, :id, :event, :body, :now, 'PENDING', :now from webhook_endpoint
                        where operator_id = :operator and form = :form and :event = any (listens_to)
                            and verified_at is not null and disabled_at is null
                        on conflict (endpoint_id, event_id) do nothing
                        """)
                .param("id", "evt_" + id)
                .param("event", event)
                .param("body", body.get())
                .param("now", SqlTime.of(clock.instant()))
                .param("operator", operator.value())
                .param("form", form.name())
                .update();
        if (deliveries > 0) {
            EventOutbox.wakeAfterCommit(worker);
        }
    }

    private boolean isHeard(OperatorId operator, EndpointForm form, String event) {
        return jdbc.sql("""
                        select exists (select from webhook_endpoint
                            where operator_id = :operator and form = :form and :event = any (listens_to)
                                and verified_at is not null and disabled_at is null)
                        """)
                .param("operator", operator.value())
                .param("form", form.name())
                .param("event", event)
                .query(Boolean.class)
                .single();
    }
}
