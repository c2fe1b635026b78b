package io.namesake.access.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestStaff;
import io.namesake.access.HolderPrincipal;
import io.namesake.crypto.BlindIndex;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever calls too often waits, on whichever server, and nobody else does. */
@NamesakeTest
class RateLimitsTest {
    /** Of {@link NamesakeTest}: few enough to be used up within a test. */
    private static final int STAFF = 200;

    private static final Limit THREE = new Limit(3, Duration.ofMinutes(1));
    private static final LimitSettings SMALL =
            new LimitSettings(THREE, THREE, THREE, THREE, THREE, THREE, THREE, THREE);
    private static final String DOOR = "POST /v1/capture-sessions";

    @Autowired
    private TestHttp http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private BlindIndex digests;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Buckets buckets;

    @Test
    void whoever_calls_too_often_is_told_how_long_to_wait_and_then_may_go_on() {
        var busy = TestStaff.with(http, "AGENT");
        var calm = TestStaff.with(http, "AGENT");
        for (int i = 0; i < STAFF; i++) {
            busy.get()
                    .uri("/v1/staff/me")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .exists("RateLimit");
        }
        busy.get()
                .uri("/v1/staff/me")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueMatches("Retry-After", "[1-9][0-9]*")
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"staff\";q=200;w=86400")
                .expectHeader()
                .valueMatches("RateLimit", "\"staff\";r=0;t=[1-9][0-9]*")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("rate-limited")
                .jsonPath("$.nextStep")
                .isNotEmpty();
        busy.get().uri("/v1/reviews").exchange().expectStatus().isEqualTo(429);
        calm.get().uri("/v1/staff/me").exchange().expectStatus().isOk();
        clock.advance(Duration.ofDays(1));
        busy.get().uri("/v1/staff/me").exchange().expectStatus().isOk();
    }

    @Test
    void servers_on_one_database_share_what_is_left() {
        var one = new RateLimits(new Buckets(dataSource, digests, clock), SMALL);
        var other = new RateLimits(new Buckets(dataSource, digests, clock), SMALL);
        var person = new HolderPrincipal(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH);
        one.count(person, new MockHttpServletResponse());
        other.count(person, new MockHttpServletResponse());
        one.count(person, new MockHttpServletResponse());
        assertThatThrownBy(() -> other.count(person, new MockHttpServletResponse()))
                .isInstanceOfSatisfying(Problem.class, refused -> {
                    assertThat(refused.type()).isEqualTo(ProblemType.RATE_LIMITED);
                    assertThat(refused.retryAfter())
                            .hasValueSatisfying(
                                    wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20)));
                });
    }

    @Test
    void at_an_open_door_each_network_is_counted_apart_and_a_household_as_one() {
        var limits = new RateLimits(new Buckets(dataSource, digests, clock), SMALL);
        var prefix =
                "2001:db8:" + Integer.toHexString(0xffff & UUID.randomUUID().hashCode()) + ":1:";
        for (int i = 1; i <= 3; i++) {
            limits.countAtDoor(DOOR, from(prefix + ":" + i), new MockHttpServletResponse());
        }
        assertThatThrownBy(() -> limits.countAtDoor(DOOR, from(prefix + ":9"), new MockHttpServletResponse()))
                .isInstanceOf(Problem.class);
        limits.countAtDoor(DOOR, from(prefix.replace(":1:", ":2:") + ":1"), new MockHttpServletResponse());
        limits.countAtDoor("POST /oauth2/token", from(prefix + ":9"), new MockHttpServletResponse());
    }

    @Test
    void whoever_brings_what_nobody_has_is_counted_by_their_address_and_whose_token_is_good_is_not() {
        http.bearer("nsk_nobody_0123456789abcdefghijklmnopqrstuv")
                .get()
                .uri("/v1/lines")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"unknown\";q=1000000;w=60");
        http.anyone()
                .get()
                .uri("/v1/lines")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .doesNotExist("RateLimit-Policy");
        http.operator()
                .get()
                .uri("/v1/lines")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"program\";q=1000000;w=60");

        var limits = new RateLimits(new Buckets(dataSource, digests, clock), SMALL);
        var address = "203.0.113." + (1 + (0x7f & UUID.randomUUID().hashCode()));
        for (int i = 0; i < 3; i++) {
            limits.countUnknown(from(address), new MockHttpServletResponse());
        }
        assertThatThrownBy(() -> limits.countUnknown(from(address), new MockHttpServletResponse()))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.type()).isEqualTo(ProblemType.RATE_LIMITED));
    }

    @Test
    void no_address_is_kept_and_what_is_kept_goes_when_it_says_nothing_any_more() {
        var address = "198.51.100." + (1 + (0x7f & UUID.randomUUID().hashCode()));
        new RateLimits(buckets, SMALL).countAtDoor(DOOR, from(address), new MockHttpServletResponse());
        assertThat(jdbc.sql("select id from rate_limit_bucket")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(id -> id.matches("[0-9a-f]{64}"));
        assertThat(jdbc.sql("select encode(state, 'escape') from rate_limit_bucket")
                        .query(String.class)
                        .list())
                .noneMatch(state -> state.contains(address));
        assertThat(over(address))
                .as("full again after 20 seconds, and 10 more")
                .isBefore(Instant.now().plusSeconds(45));
        buckets.sweep();
        assertThat(kept(address)).as("not while it still counts").isTrue();
        jdbc.sql("update rate_limit_bucket set expires_at = 1 where id = :id")
                .param("id", digests.of("rate-limit.door", address))
                .update();
        buckets.sweep();
        assertThat(kept(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "600", "600/", "0/1m", "600/1w", "-1/1m", "1000001/1m", "10/2d", "600/0s", "600 per minute"})
    void a_limit_that_makes_no_sense_stops_the_start(String written) {
        assertThatThrownBy(() -> Limit.valueOf(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limits_are_written_as_people_say_them() {
        assertThat(Limit.valueOf("600/1m")).isEqualTo(new Limit(600, Duration.ofMinutes(1)));
        assertThat(Limit.valueOf("5/s")).isEqualTo(new Limit(5, Duration.ofSeconds(1)));
        assertThat(Limit.valueOf(" 100 / 24h ")).isEqualTo(new Limit(100, Duration.ofDays(1)));
    }

    private Instant over(String address) {
        return Instant.ofEpochMilli(jdbc.sql("select expires_at from rate_limit_bucket where id = :id")
                .param("id", digests.of("rate-limit.door", address))
                .query(Long.class)
                .single());
    }

    private boolean kept(String address) {
        return jdbc.sql("select exists (select from rate_limit_bucket where id = :id)")
                .param("id", digests.of("rate-limit.door", address))
                .query(Boolean.class)
                .single();
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest("POST", "/");
        request.setRemoteAddr(address);
        return request;
    }
}
