package io.namesake.events;

import java.time.Duration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Delivers again what a listener failed at, of each listener its share ({@link FailuresByListener}), each {@code namesake.events.pace}. What nobody knows to have failed,
 * since the database was away when it did, Spring Modulith finds by when it was last tried ({@code spring.modulith.events.staleness}). After a
 * restart it delivers everything outstanding ({@code spring.modulith.events.republish-outstanding-events-on-restart}); every
 * listener takes the same event twice well.
 */
@Component
class EventRetries {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int OF_EACH_LISTENER = 100;

    private final FailedEventPublications failed;

    EventRetries(FailedEventPublications failed) {
        this.failed = failed;
    }

    @Scheduled(fixedDelayString = "${namesake.events.pace:PT15S}", initialDelayString = "${namesake.events.pace:PT15S}")
    void retry() {
        failed.resubmit(ResubmissionOptions.defaults().withMinAge(PAUSE).withBatchSize(OF_EACH_LISTENER));
    }
}
