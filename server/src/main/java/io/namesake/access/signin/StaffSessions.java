package io.namesake.access.signin;

import io.namesake.access.Caller;
import io.namesake.access.CookieScheme;
import io.namesake.access.SecretToken;
import io.namesake.access.StaffRegister;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sessions of staff in a cookie, {@code <id>_<secret>}. They end unused, end at all events after some hours, and are another one after each
 * sign-in. What changes something needs a token beside the cookie, which only our own page can have read.
 */
@Component
@EnableConfigurationProperties(SignInSettings.class)
class StaffSessions implements CookieScheme {
    /** The header in which our page sends the token back. */
    static final String CSRF_HEADER = "X-CSRF-Token";

    private static final String CSRF_PREFIX = "nsx_";
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})_([A-Za-z0-9_-]{43})");
    /** How exact the time of the last use is kept; every request would otherwise write. */
    private static final Duration USE_RESOLUTION = Duration.ofSeconds(30);
    /** Ended ones are forgotten then. */
    private static final Duration MEMORY = Duration.ofDays(30);
    /** Compared with when there is no such session, so that an unknown id takes as long as a wrong secret. */
    private static final String NO_HASH = SecretToken.sha256("");

    private final JdbcClient jdbc;
    private final StaffRegister register;
    private final SessionCookie cookie;
    private final OwnPages pages;
    private final SecureRandom random;
    private final SignInSettings settings;
    private final Clock clock;

    StaffSessions(
            JdbcClient jdbc,
            StaffRegister register,
            SessionCookie cookie,
            OwnPages pages,
            SecureRandom random,
            SignInSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.cookie = cookie;
        this.pages = pages;
        this.random = random;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param cookieValue for the browser alone
     * @param csrfToken for our page alone
     */
    record Opened(String cookieValue, String csrfToken, Instant endsAt) {}

    /** One's own session. @param provenAt when its person last showed again who they are */
    record Session(
            UUID id,
            UUID staff,
            String browser,
            Instant openedAt,
            Instant lastUsedAt,
            @Nullable Instant provenAt) {}

    Opened open(UUID staff, String browser) {
        var id = UUID.randomUUID();
        var secret = SecretToken.random(random);
        var now = clock.instant();
        jdbc.sql("delete from staff_session where opened_at < :gone")
                .param("gone", SqlTime.of(now.minus(MEMORY)))
                .update();
        jdbc.sql("""
                        insert into staff_session (id, staff_id, secret_sha256, browser, opened_at, last_used_at)
                        values (:id, :staff, :hash, :browser, :now, :now)
                        """)
                .param("id", id)
                .param("staff", staff)
                .param("hash", SecretToken.sha256(secret))
                .param("browser", browser)
                .param("now", SqlTime.of(now))
                .update();
        return new Opened(id.toString().replace("-", "") + "_" + secret, csrf(secret), now.plus(settings.longest()));
    }

    @Override
    public Optional<Caller> callerOf(HttpServletRequest request) {
        var found = found(request);
        if (found.isPresent() && !OwnPages.changesNothing(request)) {
            pages.require(request);
            var given = request.getHeader(CSRF_HEADER);
            if (given == null || !equal(given, found.get().csrfToken())) {
                throw new Problem(ProblemType.CROSS_SITE_REFUSED);
            }
        }
        return found.flatMap(mine -> register.working(mine.session().staff()));
    }

    /** The session of this browser with its token, when it is alive. */
    Optional<Mine> found(HttpServletRequest request) {
        var parts = cookie.in(request).map(FORM::matcher).filter(java.util.regex.Matcher::matches);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var secret = parts.get().group(2);
        var row = jdbc.sql("select * from staff_session where id = :id::uuid and ended_at is null")
                .param("id", parts.get().group(1)) // PostgreSQL reads a UUID without hyphens, too
                .query((found, _) -> new Row(session(found), found.getString("secret_sha256")))
                .optional();
        boolean right = SecretToken.matches(secret, row.map(Row::secretSha256).orElse(NO_HASH));
        return row.filter(_ -> right)
                .map(Row::session)
                .filter(this::isAlive)
                .map(session ->
                        new Mine(used(session), csrf(secret), session.openedAt().plus(settings.longest())));
    }

    /** Ends the session that this browser has, if any: it is to get another. */
    void endThatOf(HttpServletRequest request) {
        found(request)
                .ifPresent(mine -> end(mine.session().staff(), mine.session().id()));
    }

    /** The session of the browser that asks. */
    record Mine(Session session, String csrfToken, Instant endsAt) {}

    /** Those that are alive, the newest first. */
    List<Session> of(UUID staff) {
        return jdbc.sql("""
                        select * from staff_session where staff_id = :staff and ended_at is null
                        order by opened_at desc, id
                        """).param("staff", staff).query((row, _) -> session(row)).list().stream()
                .filter(this::isAlive)
                .toList();
    }

    /** @return whether it was one of theirs, and alive or at least not ended */
    boolean end(UUID staff, UUID session) {
        return jdbc.sql("""
                                update staff_session set ended_at = :now
                                where id = :id and staff_id = :staff and ended_at is null
                                """)
                        .param("now", SqlTime.of(clock.instant()))
                        .param("id", session)
                        .param("staff", staff)
                        .update()
                == 1;
    }

    /** Its person has just shown again who they are. */
    void proven(UUID session) {
        jdbc.sql("update staff_session set proven_at = :now where id = :id")
                .param("now", SqlTime.of(clock.instant()))
                .param("id", session)
                .update();
    }

    /** All of them, but the one that is kept. */
    void endAll(UUID staff, Optional<UUID> kept) {
        jdbc.sql("""
                        update staff_session set ended_at = :now
                        where staff_id = :staff and ended_at is null and (:kept::uuid is null or id <> :kept)
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .param("staff", staff)
                .param("kept", kept.orElse(null))
                .update();
    }

    private boolean isAlive(Session session) {
        var now = clock.instant();
        return Duration.between(session.lastUsedAt(), now).compareTo(settings.idle()) < 0
                && Duration.between(session.openedAt(), now).compareTo(settings.longest()) < 0;
    }

    private Session used(Session session) {
        var now = clock.instant();
        if (Duration.between(session.lastUsedAt(), now).compareTo(USE_RESOLUTION) >= 0) {
            jdbc.sql("update staff_session set last_used_at = :now where id = :id")
                    .param("now", SqlTime.of(now))
                    .param("id", session.id())
                    .update();
        }
        return session;
    }

    /** Made of the secret, so that nothing more has to be kept; the secret cannot be made of it. */
    private static String csrf(String secret) {
        return CSRF_PREFIX + SecretToken.sha256("csrf " + secret);
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Session session(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("staff_id", UUID.class),
                row.getString("browser"),
                SqlTime.instant(row, "opened_at"),
                SqlTime.instant(row, "last_used_at"),
                row.getObject("proven_at") == null ? null : SqlTime.instant(row, "proven_at"));
    }

    private record Row(Session session, String secretSha256) {}
}
