package io.namesake.provisioning.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver an event.
 *
 * @param at when it began
 * @param duration how long it took
 * @param outcome what came of it
 */
record Attempt(Instant at, Duration duration, Outcome outcome) {

    sealed interface Outcome {}

    /**
     * The receiver answered.
     *
     * @param status the HTTP status code
     * @param retryAfter how long it asked us to wait, zero where it did not
     */
    record Answered(int status, Duration retryAfter) implements Outcome {}

    /** No answer came. */
    record Failed(Failure failure) implements Outcome {}

    /** Why no answer came; the names in lower case with hyphens are part of the API. */
    enum Failure {
        HOST_UNKNOWN,
        /** The address is none that this server calls; nothing was sent. */
        ADDRESS_NOT_ALLOWED,
        CONNECTION_FAILED,
        TLS_FAILED,
        TIMEOUT,
        BROKEN_RESPONSE,
        /** We could not make the request, for instance because the secret cannot be opened with our keyset. */
        NOT_SENT;

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Success is any 2xx; redirects are not followed and count as failures (Standard Webhooks 1.0.0). */
    boolean succeeded() {
        return outcome instanceof Answered(int status, Duration ignored) && status >= 200 && status <= 299;
    }

    /** 410 Gone: the receiver wants nothing more from us. */
    boolean gone() {
        return outcome instanceof Answered(int status, Duration ignored) && status == 410;
    }

    Duration retryAfter() {
        return outcome instanceof Answered(int ignored, Duration wait) ? wait : Duration.ZERO;
    }

    @Nullable
    Integer httpStatus() {
        return outcome instanceof Answered(int status, Duration ignored) ? status : null;
    }
}
