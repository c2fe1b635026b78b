package io.namesake.review.internal;

import io.namesake.application.ReviewedApplications;
import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** At the start, opens cases for applications that wait since a release that had no queue: nobody waits for ever. */
@Component
class EarlierWishes {
    private static final int PAGE = 200;

    private final ReviewedApplications applications;
    private final Cases cases;

    EarlierWishes(ReviewedApplications applications, Cases cases) {
        this.applications = applications;
        this.cases = cases;
    }

    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        CurrentScope.run(Scope.ofSystem("wishes for a review"), this::openAll);
    }

    private void openAll() {
        var last = new UUID(0, 0);
        for (var page = applications.inReview(last, PAGE); !page.isEmpty(); page = applications.inReview(last, PAGE)) {
            page.forEach(cases::open);
            last = page.getLast().applicationId();
        }
    }
}
