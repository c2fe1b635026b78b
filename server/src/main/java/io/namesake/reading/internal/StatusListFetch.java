package io.namesake.reading.internal;

import io.namesake.document.wallet.CredentialKind.Format;
import io.namesake.document.wallet.StatusReference;
import io.namesake.net.Exchange;
import io.namesake.net.GuardedHttp;
import io.namesake.net.OutboundRules;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches status lists (draft-ietf-oauth-status-list-21, 8.1 and 8.2) from addresses that issuers have signed: over TLS, from public addresses, or from the networks
 * that the operator allows. Nothing goes with the question but which form is understood; redirects are not followed.
 */
final class StatusListFetch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StatusListFetch.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration IN_ALL = Duration.ofSeconds(5);
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int OK = 200;
    private static final String JWT = "application/statuslist+jwt";
    private static final String CWT = "application/statuslist+cwt";

    private final GuardedHttp http;
    private final ConcurrentMap<String, CompletableFuture<Optional<byte[]>>> underWay = new ConcurrentHashMap<>();

    StatusListFetch(OutboundRules rules) {
        http = new GuardedHttp(rules, TO_CONNECT, IN_ALL);
    }

    /** The list as it is published now. Whoever asks while it is being fetched gets the same. @return empty when it was not to be had */
    Optional<byte[]> token(StatusReference status) {
        var mine = new CompletableFuture<Optional<byte[]>>();
        var theirs = underWay.putIfAbsent(status.uri(), mine);
        if (theirs != null) {
            return theirs.join();
        }
        try {
            mine.complete(fetched(status));
        } finally {
            underWay.remove(status.uri());
            mine.complete(Optional.empty());
        }
        return mine.join();
    }

    private Optional<byte[]> fetched(StatusReference status) {
        var uri = URI.create(status.uri());
        // Either is understood; the credential's own form goes first.
        var accept = status.format() == Format.MDOC ? CWT + ", " + JWT + ";q=0.5" : JWT + ", " + CWT + ";q=0.5";
        try {
            var exchange = http.get(uri, Map.of("Accept", accept, "User-Agent", "Namesake/1"), LARGEST + 1);
            return switch (exchange) {
                case Exchange.Answered answer -> token(uri, answer);
                case Exchange.Failed(Exchange.Failure why) -> none(uri, why.name());
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<byte[]> token(URI uri, Exchange.Answered answer) {
        if (answer.status() != OK) {
            return none(uri, "status " + answer.status());
        }
        var type = answer.header("content-type").orElse("").split(";", 2)[0].strip();
        if (!Set.of(JWT, CWT).contains(type.toLowerCase(Locale.ROOT))) {
            return none(uri, "not the content of a status list");
        }
        var body = answer.body();
        return body.length > LARGEST ? none(uri, "more than " + LARGEST + " bytes") : Optional.of(body);
    }

    /** The host only: a publisher may have given each credential an address of its own (12.2), and then it would name a person. */
    private static Optional<byte[]> none(URI uri, String why) {
        log.warn("A status list of {} was not to be had: {}", uri.getHost(), why);
        return Optional.empty();
    }

    @Override
    public void close() {
        http.close();
    }
}
