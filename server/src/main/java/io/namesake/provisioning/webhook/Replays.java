package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Delivers again what was told before, with the ids it had. */
@Service
class Replays {
    /** So many events at a time, each to every endpoint of an operator. */
    private static final int MOST = 1000;

    private final EventLog log;
    private final WebhookEndpoints endpoints;
    private final JdbcClient jdbc;
    private final DeliveryWorker worker;
    private final AuditLog audit;
    private final Clock clock;

    Replays(
            EventLog log,
            WebhookEndpoints endpoints,
            JdbcClient jdbc,
            DeliveryWorker worker,
            AuditLog audit,
            Clock clock) {
        this.log = log;
        this.endpoints = endpoints;
        this.jdbc = jdbc;
        this.worker = worker;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes deliveries of the events from there on, to the active endpoints that want them. What is still to be delivered is left as it
     * is; what was delivered, given up or dropped is delivered anew.
     *
     * @param endpoint only to this one; null for all
     * @param after from the events after this place on; or, where it is empty,
     * @param since from the events that were noted at this time on
     */
    @Transactional
    Replayed replay(
            OperatorId operator,
            @Nullable UUID endpoint,
            Optional<Cursor> after,
            @Nullable Instant since,
            Set<EventType> types) {
        if (endpoint != null && !endpoints.get(operator, endpoint).isActive()) {
            throw new Problem(ProblemType.WEBHOOK_ENDPOINT_NOT_VERIFIED);
        }
        long last = log.last(operator);
        long start = since == null ? Cursor.start(after, log, operator, last) : log.before(operator, since, last);
        var events = log.read(operator, start, last, types, MOST);
        boolean more = events.size() == MOST && events.getLast().number() < last;
        long until = more ? events.getLast().number() : last;
        int deliveries = deliver(operator, endpoint, start, until, types);
        audit.append(new AuditEntry(
                operator,
                "webhook.replayed",
                endpoint == null ? operator.value().toString() : endpoint.toString(),
                Map.of("deliveries", String.valueOf(deliveries))));
        EventOutbox.wakeAfterCommit(worker);
        return new Replayed(deliveries, CloudEvent.sequence(until), more);
    }

    private int deliver(OperatorId operator, @Nullable UUID endpoint, long after, long until, Set<EventType> types) {
        return jdbc.sql("""
                        insert into webhook_delivery
                            (endpoint_id, event_id, type, body, created_at, status, next_attempt_at)
                        select endpoint.id, event.event_id, event.type, event.body, :now, 'PENDING', :now
                        from operator_event event join webhook_endpoint endpoint on endpoint.operator_id = event.operator_id
                        where event.operator_id = :operator and event.number > :after and event.number <= :until
                            and event.type = any (:types)
                            and (:all or endpoint.id = :endpoint)
                            and endpoint.verified_at is not null and endpoint.disabled_at is null
                            and (endpoint.event_types is null or event.type = any (endpoint.event_types))
                        order by event.number
                        on conflict (endpoint_id, event_id) do update
                            set status = 'PENDING', failures = 0, next_attempt_at = excluded.next_attempt_at,
                                created_at = excluded.created_at, lease = null, leased_until = null
                            where webhook_delivery.status <> 'PENDING'
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .param("operator", operator.value())
                .param("after", after)
                .param("until", until)
                .param("types", types.stream().map(EventType::wireName).toArray(String[]::new))
                .param("all", endpoint == null)
                .param("endpoint", endpoint == null ? operator.value() : endpoint)
                .update();
    }

    /**
     * What was begun.
     *
     * @param next where to go on when there is more
     */
    record Replayed(int deliveries, String next, boolean more) {}
}
