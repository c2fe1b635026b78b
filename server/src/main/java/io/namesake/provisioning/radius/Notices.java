package io.namesake.provisioning.radius;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.crypto.Vault;
import io.namesake.provisioning.outbox.RetrySchedule;
import io.namesake.provisioning.radius.ChangeAnswer.Reason;
import io.namesake.provisioning.radius.ChangeAnswer.Refused;
import io.namesake.provisioning.radius.ChangeAnswer.Unanswered;
import io.namesake.registry.Line;
import io.namesake.registry.Lines;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * One notice at a time: tells the access server how the line stands now, and decides what follows from its answer. When that
 * happens is {@link NoticeWorker}'s.
 */
@Component
class Notices {
    private static final int USER_NAME = 1;
    private static final int IDENTIFIERS = 256;

    private final NoticeTable table;
    private final AccessServers servers;
    private final AccessServerClient client;
    private final AccessPolicy policy;
    private final AttributeDictionary dictionary;
    private final Lines lines;
    private final RadiusSettings settings;
    private final RetrySchedule schedule;
    private final MeterRegistry meters;
    private final SecureRandom random;
    private final Clock clock;

    Notices(
            NoticeTable table,
            AccessServers servers,
            AccessServerClient client,
            AccessPolicy policy,
            RadiusPolicy file,
            Lines lines,
            RadiusSettings settings,
            @Qualifier("radiusRetrySchedule") RetrySchedule schedule,
            MeterRegistry meters,
            SecureRandom random,
            Clock clock) {
        this.table = table;
        this.servers = servers;
        this.client = client;
        this.policy = policy;
        this.dictionary = file.dictionary();
        this.lines = lines;
        this.settings = settings;
        this.schedule = schedule;
        this.meters = meters;
        this.random = random;
        this.clock = clock;
    }

    /** What is due now, taken into our hands. */
    List<Notice> lease(int most) {
        return table.lease(clock.instant(), settings.lease(), most, settings.share());
    }

    /** Makes one attempt and records what is left to do. */
    void attempt(Notice notice) {
        var answer = tell(notice);
        if (answer.settled()) {
            table.settle(notice);
        } else {
            int failures = notice.failures() + 1;
            var next = schedule.waitAfter(failures, Duration.ZERO).map(clock.instant()::plus);
            table.failed(notice, failure(answer), next);
            if (next.isEmpty()) {
                meters.counter("namesake.radius.given.up").increment();
            }
        }
        meters.counter("namesake.radius.notices", "outcome", outcome(answer)).increment();
    }

    private ChangeAnswer tell(Notice notice) {
        var line = lines.byId(notice.lineId());
        if (line.isEmpty()) {
            return new ChangeAnswer.Acknowledged();
        }
        try {
            var secret = servers.secret(notice.accessServerId(), notice.sealedSecret());
            var answer = policy.of(line.get());
            // Without attributes a CoA-Request would say nothing; and only the operator's own modules know what an open
            // line has.
            if (notice.means() == AccessServer.Means.COA
                    && answer.access() != Access.CLOSED
                    && !answer.attributes().isEmpty()) {
                var changed = send(notice, ChangeRequest.Code.COA, attributes(line.get(), answer), secret);
                // What cannot change a session can mostly end it.
                if (changed.settled() || changed instanceof Unanswered) {
                    return changed;
                }
            }
            return send(notice, ChangeRequest.Code.DISCONNECT, List.of(userName(line.get())), secret);
        } catch (Vault.SealBroken | IllegalArgumentException e) {
            return new Unanswered(Reason.NOT_SENT);
        }
    }

    private ChangeAnswer send(Notice notice, ChangeRequest.Code code, List<byte[]> attributes, SharedSecret secret) {
        int identifier = random.nextInt(IDENTIFIERS);
        return client.send(notice.address(), ChangeRequest.of(code, identifier, attributes, clock.instant(), secret));
    }

    private List<byte[]> attributes(Line line, AccessAnswer answer) {
        var attributes = new ArrayList<byte[]>();
        attributes.add(userName(line));
        answer.attributes()
                .forEach((name, values) -> values.forEach(value -> attributes.add(dictionary.encoded(name, value))));
        return attributes;
    }

    /** Only its bytes count: a network access identifier has at most 253 of them. */
    private static byte[] userName(Line line) {
        return RadiusAttribute.encoded(USER_NAME, line.identifier().value().getBytes(StandardCharsets.UTF_8));
    }

    private static String failure(ChangeAnswer answer) {
        return switch (answer) {
            case ChangeAnswer.Acknowledged _ -> throw new IllegalArgumentException("An acknowledgement is no failure");
            case Refused(int cause) -> "nak-" + Integer.toUnsignedString(cause);
            case Unanswered(Reason reason) -> reason.wireName();
        };
    }

    /** Whether there was a session is not told apart, not even in a count. */
    private static String outcome(ChangeAnswer answer) {
        return answer.settled() ? "settled" : answer instanceof Refused ? "refused" : "unanswered";
    }
}
