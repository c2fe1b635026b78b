package io.namesake.provisioning.radius;

import io.namesake.provisioning.outbox.OutboxWorker;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells access servers of lines that changed. */
@Component
class NoticeWorker extends OutboxWorker<Notice> {
    private final Notices notices;

    NoticeWorker(Notices notices, RadiusSettings settings) {
        super("radius", new Pace(settings.concurrency(), settings.pollInterval(), settings.lease()));
        this.notices = notices;
    }

    @Override
    protected List<Notice> lease(int most) {
        return notices.lease(most);
    }

    @Override
    protected void attempt(Notice notice) {
        notices.attempt(notice);
    }
}
