package io.namesake.reading.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.wallet.StatusAnswer;
import io.namesake.document.wallet.StatusListReader;
import io.namesake.document.wallet.StatusReference;
import io.namesake.net.OutboundRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks issuers' status lists. Each is fetched as a whole and kept while it counts, for everybody whose credential is on it: it is public, and the less is asked, the less
 * does its publisher learn (draft-ietf-oauth-status-list-21, 12.1 and 13.7). Which list it was is not logged.
 */
final class StatusLists implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StatusLists.class);
    /** So long a list is kept at least, whatever its publisher says: nobody is to be asked for each credential (11.5). */
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    /** And at most: what was revoked since would not be noticed. */
    private static final Duration LONGEST = Duration.ofHours(12);
    /** For publishers who do not say. */
    private static final Duration USUAL = Duration.ofHours(1);

    private final StatusListReader reader;
    private final StatusListFetch fetch;
    private final KeptLists kept = new KeptLists();
    private final MeterRegistry metrics;
    private final Clock clock;

    StatusLists(StatusListReader reader, OutboundRules rules, MeterRegistry metrics, Clock clock) {
        this.reader = reader;
        this.fetch = new StatusListFetch(rules);
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return empty when no list that can be believed was to be had */
    Optional<EvidenceCheck> check(StatusReference status) {
        var answer = kept.get(status.uri(), clock.instant())
                .flatMap(token -> read(token, status, "kept"))
                // It may have grown since, and have a place for this one now.
                .or(() -> fetched(status));
        if (answer.isEmpty()) {
            count("none");
        }
        return answer.map(StatusAnswer::check);
    }

    private Optional<StatusAnswer> fetched(StatusReference status) {
        var token = fetch.token(status);
        var answer = token.flatMap(bytes -> read(bytes, status, "fetched"));
        answer.ifPresent(said -> kept.put(status.uri(), token.get(), until(said)));
        return answer;
    }

    private Instant until(StatusAnswer said) {
        var life = said.timeToLive().orElse(USUAL);
        var bounded = life.compareTo(SHORTEST) < 0 ? SHORTEST : life.compareTo(LONGEST) > 0 ? LONGEST : life;
        var until = clock.instant().plus(bounded);
        return said.expires().filter(end -> end.isBefore(until)).orElse(until);
    }

    private Optional<StatusAnswer> read(byte[] token, StatusReference status, String from) {
        try {
            var answer = reader.read(token, status);
            count(from);
            return Optional.of(answer);
        } catch (DocumentUnreadable unreadable) {
            log.warn("A status list says nothing: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    private void count(String outcome) {
        metrics.counter("namesake.wallets.status.lists", "outcome", outcome).increment();
    }

    @Override
    public void close() {
        fetch.close();
    }
}
