package io.namesake.access.signin;

import io.namesake.crypto.BlindIndex;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow: after some failures each further one doubles a pause, up to a limit, and nobody is locked out for ever. Counted
 * in the database, so that neither a restart nor a second server forgets.
 *
 * <p>An attempt counts as failed from its beginning until it is known to be right, so that many at once are no way round.
 */
@Component
class Throttle {
    private static final Duration MEMORY = Duration.ofDays(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    /** No pause is doubled more often than this. */
    private static final int MOST_DOUBLINGS = 16;

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final Clock clock;

    Throttle(JdbcClient jdbc, BlindIndex index, Clock clock) {
        this.jdbc = jdbc;
        this.index = index;
        this.clock = clock;
    }

    /** What is counted. */
    enum Kind {
        /** A sign-in number, whether or not somebody has it. */
        NUMBER("sign-in.number", 5, Duration.ofMinutes(15)),
        /** Where the request comes from; many people may sit behind one address. */
        ADDRESS("sign-in.address", 40, Duration.ofMinutes(5));

        private final String digest;
        /** So many failures cost no pause. */
        private final int free;

        private final Duration longestPause;

        Kind(String digest, int free, Duration longestPause) {
            this.digest = digest;
            this.free = free;
            this.longestPause = longestPause;
        }
    }

    /** Counts an attempt. @throws Problem {@code sign-in-paused} during a pause, which the attempt does not make longer */
    void begin(Kind kind, String subject) {
        var now = clock.instant();
        jdbc.sql("delete from sign_in_attempt where last_at < :gone")
                .param("gone", SqlTime.of(now.minus(MEMORY)))
                .update();
        var key = index.of(kind.digest, subject);
        boolean counted = jdbc.sql("""
                                insert into sign_in_attempt as known (subject_index, failures, paused_until, last_at)
                                values (:subject, 1, :now, :now)
                                on conflict (subject_index) do update set
                                    failures = known.failures + 1,
                                    last_at = :now,
                                    paused_until = :now + case when known.failures < :free then interval '0'
                                        else least(make_interval(secs => :longest),
                                            make_interval(secs => :first * power(2, least(known.failures - :free, :doublings)))) end
                                where known.paused_until <= :now
                                """)
                        .param("subject", key)
                        .param("now", SqlTime.of(now))
                        .param("free", kind.free)
                        .param("first", (double) FIRST_PAUSE.toSeconds())
                        .param("longest", (double) kind.longestPause.toSeconds())
                        .param("doublings", MOST_DOUBLINGS)
                        .update()
                == 1;
        if (!counted) {
            throw Problem.signInPaused(pauseOf(key));
        }
    }

    /** An attempt was right after all. @return how many failed before it */
    int succeeded(Kind kind, String subject) {
        var key = index.of(kind.digest, subject);
        if (kind == Kind.ADDRESS) {
            // Whoever has an account of their own must not be able to wipe out what they did to others'.
            jdbc.sql("""
                            update sign_in_attempt set failures = failures - 1, paused_until = :now
                            where subject_index = :subject
                            """)
                    .param("subject", key)
                    .param("now", SqlTime.of(clock.instant()))
                    .update();
            return 0;
        }
        return jdbc.sql("delete from sign_in_attempt where subject_index = :subject returning failures - 1")
                .param("subject", key)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private Duration pauseOf(String key) {
        return jdbc.sql("select paused_until from sign_in_attempt where subject_index = :subject")
                .param("subject", key)
                .query((row, _) -> SqlTime.instant(row, "paused_until"))
                .optional()
                .map(until -> Duration.between(clock.instant(), until))
                .filter(Duration::isPositive)
                .orElse(Duration.ofSeconds(1));
    }
}
