package io.namesake.problem;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * An expected error, thrown by any module and answered as problem details.
 *
 * <p>It carries no stack trace: it is an answer, not an accident. The detail is shown to the caller, so it must say nothing
 * personal and nothing about our insides.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final @Nullable Duration retryAfter;

    /** A problem of which everything is said by its type. */
    public Problem(ProblemType type) {
        this(type, null, null);
    }

    /** @param detail what is wrong in this very request, one plain English sentence */
    public Problem(ProblemType type, String detail) {
        this(type, detail, null);
    }

    private Problem(ProblemType type, @Nullable String detail, @Nullable Duration retryAfter) {
        super(detail == null ? type.slug() : detail, null, false, false);
        this.type = type;
        this.retryAfter = retryAfter;
    }

    /** The machine has all the work it can take; the caller may try again after the given time. */
    public static Problem busy(Duration retryAfter) {
        return new Problem(ProblemType.BUSY, null, retryAfter);
    }

    /** Too many attempts have failed; more are taken after the given time. */
    public static Problem tooManyAttempts(Duration retryAfter) {
        return new Problem(ProblemType.TOO_MANY_ATTEMPTS, null, retryAfter);
    }

    /** The caller calls too often; more is taken after the given time. */
    public static Problem rateLimited(Duration retryAfter) {
        return new Problem(ProblemType.RATE_LIMITED, null, retryAfter);
    }

    /** Sign-ins have failed too often with this number or from this address; more are taken after the given time. */
    public static Problem signInPaused(Duration retryAfter) {
        return new Problem(ProblemType.SIGN_IN_PAUSED, null, retryAfter);
    }

    /** Our own refusal of something in a body, which arrives wrapped by whoever read it. */
    public static Optional<Problem> within(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** What HTTP says beside the body of the answer, whatever its form: when to come again, how to prove who calls. */
    public HttpHeaders headers() {
        var headers = new HttpHeaders();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
        if (type == ProblemType.NOT_AUTHENTICATED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return headers;
    }

    public ProblemType type() {
        return type;
    }

    public Optional<String> detail() {
        return Optional.of(getMessage()).filter(message -> !message.equals(type.slug()));
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
