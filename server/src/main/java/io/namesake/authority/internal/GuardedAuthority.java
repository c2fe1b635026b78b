package io.namesake.authority.internal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.authority.Attribute;
import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityAnswer.Unavailable.Cause;
import io.namesake.authority.AuthorityQuestion;
import io.namesake.authority.IdentityAuthority;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * What stands before every adapter: a bound on questions under way, a circuit breaker that leaves a failing authority alone, a second attempt when it could
 * not be reached, and the log.
 */
final class GuardedAuthority implements IdentityAuthority {
    private static final int WINDOW = 10;
    private static final int FAILURES_PERCENT = 60;
    private static final int PROBES = 2;

    private final IdentityAuthority authority;
    private final AuthoritySettings settings;
    private final AuditLog audit;
    private final MeterRegistry metrics;
    private final Semaphore free;
    private final CircuitBreaker breaker;
    private final RetryTemplate retries;

    GuardedAuthority(
            IdentityAuthority authority,
            AuthoritySettings settings,
            AuditLog audit,
            MeterRegistry metrics,
            Clock clock) {
        this.authority = authority;
        this.settings = settings;
        this.audit = audit;
        this.metrics = metrics;
        this.free = new Semaphore(settings.concurrency(), true);
        this.breaker = CircuitBreaker.of(
                "authority",
                CircuitBreakerConfig.custom()
                        .slidingWindow(WINDOW, WINDOW / 2, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(FAILURES_PERCENT)
                        .waitDurationInOpenState(settings.leftAlone())
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .recordResult(Unavailable.class::isInstance)
                        .clock(clock)
                        .currentTimestampFunction(now -> now.millis(), TimeUnit.MILLISECONDS)
                        .build());
        this.retries = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(settings.attempts() - 1L)
                .includes(Unreached.class)
                .build());
    }

    @Override
    public AuthorityAnswer ask(AuthorityQuestion question) throws InterruptedException {
        if (!free.tryAcquire(settings.requestTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
            return counted(new Unavailable(Cause.BUSY, settings.requestTimeout()));
        }
        try {
            if (!breaker.tryAcquirePermission()) {
                return counted(new Unavailable(Cause.LEFT_ALONE, settings.leftAlone()));
            }
            return counted(logged(question));
        } finally {
            free.release();
        }
    }

    /** The question stands in the log before it leaves, its answer when it came: what was asked cannot be denied, whatever happens in between. */
    private AuthorityAnswer logged(AuthorityQuestion question) throws InterruptedException {
        boolean done = false;
        try {
            log(question, "authority.asked", Map.of("told", names(question.told())));
            long started = breaker.getCurrentTimestamp();
            var answer = attempted(question);
            breaker.onResult(breaker.getCurrentTimestamp() - started, breaker.getTimestampUnit(), answer);
            done = true;
            log(question, "authority.answered", details(answer));
            return answer;
        } finally {
            if (!done) {
                breaker.releasePermission();
            }
        }
    }

    private AuthorityAnswer attempted(AuthorityQuestion question) throws InterruptedException {
        try {
            return retries.<AuthorityAnswer>execute(() -> {
                var answer = authority.ask(question);
                if (answer instanceof Unavailable none && none.why() == Cause.CONNECTION) {
                    throw new Unreached(none);
                }
                return answer;
            });
        } catch (RetryException exhausted) {
            return switch (exhausted.getCause()) {
                case Unreached unreached -> unreached.answer();
                case InterruptedException stopped -> throw stopped;
                case RuntimeException fault -> throw fault;
                case null, default -> Unavailable.because(Cause.BROKEN);
            };
        }
    }

    /** It could not be reached, so that nothing was asked yet. */
    private static final class Unreached extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Unavailable answer;

        private Unreached(Unavailable answer) {
            super(null, null, false, false);
            this.answer = answer;
        }

        private Unavailable answer() {
            return answer;
        }
    }

    private void log(AuthorityQuestion question, String type, Map<String, String> details) {
        var all = new TreeMap<>(details);
        all.put("authority", settings.kind().name());
        audit.append(new AuditEntry(
                question.operator(), type, question.applicationId().toString(), all));
    }

    /** The kind of the answer and names of attributes; no value is in it. */
    private static Map<String, String> details(AuthorityAnswer answer) {
        return switch (answer) {
            case AuthorityAnswer.Mismatch(var differs) -> Map.of("answer", answer.kind(), "differs", names(differs));
            case Unavailable none ->
                Map.of("answer", answer.kind(), "why", none.why().name());
            case AuthorityAnswer.Match _, AuthorityAnswer.Unknown _ -> Map.of("answer", answer.kind());
        };
    }

    private static String names(Collection<Attribute> attributes) {
        return attributes.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private AuthorityAnswer counted(AuthorityAnswer answer) {
        var why = answer instanceof Unavailable none ? none.why().name() : "";
        metrics.counter("namesake.authority.answers", "answer", answer.kind(), "why", why)
                .increment();
        return answer;
    }

    @Override
    public boolean needsFace() {
        return authority.needsFace();
    }
}
