package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.provisioning.webhook.DeadLetterTable.DeadLetter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an operator does with deliveries that were given up. What is done is logged: nothing that was told vanishes unseen. */
@Service
class DeadLetters {
    private final WebhookEndpoints endpoints;
    private final DeadLetterTable table;
    private final DeliveryWorker worker;
    private final AuditLog audit;
    private final Clock clock;

    DeadLetters(WebhookEndpoints endpoints, DeadLetterTable table, DeliveryWorker worker, AuditLog audit, Clock clock) {
        this.endpoints = endpoints;
        this.table = table;
        this.worker = worker;
        this.audit = audit;
        this.clock = clock;
    }

    List<DeadLetter> list(OperatorId operator, UUID endpoint, @Nullable String after, int limit) {
        endpoints.get(operator, endpoint);
        return table.list(endpoint, after, limit);
    }

    DeadLetter get(OperatorId operator, UUID endpoint, String event) {
        endpoints.get(operator, endpoint);
        return table.find(endpoint, event).orElseThrow(() -> new Problem(ProblemType.DEAD_LETTER_UNKNOWN));
    }

    /**
     * Begins anew with one, or with all of the endpoint.
     *
     * @param event which; null for all
     * @return how many
     * @throws Problem {@code webhook-endpoint-not-verified} when nothing is sent to the endpoint now, {@code dead-letter-unknown}
     */
    @Transactional
    int redeliver(OperatorId operator, UUID endpoint, @Nullable String event) {
        if (!endpoints.get(operator, endpoint).isActive()) {
            throw new Problem(ProblemType.WEBHOOK_ENDPOINT_NOT_VERIFIED);
        }
        int count = table.redeliver(endpoint, event, clock.instant());
        if (event != null && count == 0) {
            throw new Problem(ProblemType.DEAD_LETTER_UNKNOWN);
        }
        log(operator, "webhook-dead-letter.redelivered", endpoint, Map.of("count", String.valueOf(count)));
        EventOutbox.wakeAfterCommit(worker);
        return count;
    }

    /** @throws Problem {@code dead-letter-unknown} */
    @Transactional
    void drop(OperatorId operator, UUID endpoint, String event) {
        endpoints.get(operator, endpoint);
        if (!table.drop(endpoint, event)) {
            throw new Problem(ProblemType.DEAD_LETTER_UNKNOWN);
        }
        log(operator, "webhook-dead-letter.dropped", endpoint, Map.of("event", event));
    }

    private void log(OperatorId operator, String type, UUID endpoint, Map<String, String> details) {
        audit.append(new AuditEntry(operator, type, endpoint.toString(), details));
    }
}
