package io.namesake.application.internal;

import io.namesake.application.ApplicationRefused;
import io.namesake.application.ApplicationVerified;
import io.namesake.application.ReviewRequested;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears what the application module publishes, once it is committed. */
class HeardEvents {
    private final Queue<Object> heard = new ConcurrentLinkedQueue<>();

    @TransactionalEventListener
    void verified(ApplicationVerified event) {
        heard.add(event);
    }

    @TransactionalEventListener
    void refused(ApplicationRefused event) {
        heard.add(event);
    }

    @TransactionalEventListener
    void review(ReviewRequested event) {
        heard.add(event);
    }

    /** What was said of one application. */
    List<Object> of(String applicationId) {
        return heard.stream()
                .filter(event -> event.toString().contains("applicationId=" + applicationId))
                .toList();
    }
}
