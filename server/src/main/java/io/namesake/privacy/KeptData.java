package io.namesake.privacy;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The kinds of data that are kept, each with its clock. The list is closed: what is not in it is not kept. Texts that explain each
 * are in {@code io/namesake/privacy/retention*.properties}.
 */
public enum KeptData {
    /** Pictures, typed fields and what was measured of them: gone with the decision, in its transaction. */
    EVIDENCE("", _ -> Optional.of(Duration.ZERO)),
    /** The same, of an application that nobody submits. */
    UNFINISHED_EVIDENCE("namesake.retention.unfinished", retention -> Optional.of(retention.unfinished())),
    /** The same, while a person reviews it. */
    REVIEW_EVIDENCE("namesake.retention.review", retention -> Optional.of(retention.review())),
    /** Capture links, capture sessions, challenges, attempts and pauses: hashes and times. */
    CAPTURE_TRACES("namesake.retention.capture", retention -> Optional.of(retention.capture())),
    /** The first answer to a request of an operator, sealed. */
    IDEMPOTENCY_KEYS("namesake.application.idempotency-key", _ -> Optional.empty()),
    /** An application: line, times, outcome and reasons. */
    CASES("namesake.retention.case", retention -> Optional.of(retention.caseFile())),
    /** That somebody agreed to which text when, and withdrew when. */
    CONSENTS("namesake.retention.consent", retention -> Optional.of(retention.consent())),
    /** Who holds which line since when, with their details, sealed. */
    HOLDINGS("namesake.retention.holding", retention -> Optional.of(retention.holding())),
    /** What opened a holder's own view: hashes and times. */
    HOLDER_SESSIONS("namesake.retention.holder-session", retention -> Optional.of(retention.holderSession())),
    /** Public keys of a holder's devices. They stay until the holder removes them. */
    PASSKEYS("", _ -> Optional.empty()),
    /** What was told to an operator's systems, and how they answered. */
    DELIVERIES("namesake.retention.deliveries", retention -> Optional.of(retention.deliveries())),
    /** Who asked about a line with its holder's consent, and what was told, without the values. */
    DISCLOSURES("namesake.retention.disclosures", retention -> Optional.of(retention.disclosures())),
    /** The log of what was done: ids, outcomes and times, nobody's name. It stays, since a log that forgets proves nothing. */
    AUDIT_LOG("", _ -> Optional.empty());

    private final String setBy;
    private final Function<RetentionSettings, Optional<Duration>> time;

    KeptData(String setBy, Function<RetentionSettings, Optional<Duration>> time) {
        this.setBy = setBy;
        this.time = time;
    }

    /** The property that sets the time; empty when nothing can. */
    public Optional<String> setBy() {
        return setBy.isEmpty() ? Optional.empty() : Optional.of(setBy);
    }

    /** How long by these settings; empty when it is not among them, or for good. */
    public Optional<Duration> time(RetentionSettings retention) {
        return time.apply(retention);
    }

    /** The stable name in the API, such as {@code review-evidence}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
