package io.namesake.access.signin;

import static io.namesake.access.signin.StaffBrowser.PASSWORD;
import static io.namesake.access.signin.StaffBrowser.body;
import static io.namesake.access.signin.StaffBrowser.invite;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.access.SecretToken;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions of staff in a browser's cookie, and what other sites cannot do with it. */
@NamesakeTest
class StaffSessionsTest {
    private static final Duration NEXT_CODE = Duration.ofSeconds(31);
    private static final String SIGN_OUT = "/v1/staff/session";

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void nobody_has_failed_from_this_machine() {
        jdbc.sql("delete from sign_in_attempt").update();
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
        var person = new StaffBrowser(http).accept(invite(http, "Li Na", "AGENT"), clock);
        clock.advance(NEXT_CODE);
        var set = new StaffBrowser(http)
                .signIn(person.number(), PASSWORD, person.device().code())
                .expectStatus()
                .isCreated()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("Set-Cookie");
        assertThat(set)
                .matches("namesake-staff=[0-9a-f]{32}_[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict")
                .doesNotContain("Domain");
    }

    @Test
    void by_https_the_cookie_is_secure_and_of_this_host_alone() {
        var cookie = new SessionCookie(new OwnPages(URI.create("https://namesake.example/")));
        assertThat(cookie.holding("value").toString())
                .isEqualTo("__Host-namesake-staff=value; Path=/; Secure; HttpOnly; SameSite=Strict");
        assertThat(cookie.taken().toString()).contains("Max-Age=0", "Secure", "__Host-namesake-staff=;");
    }

    @Test
    void what_changes_something_needs_the_token_that_only_our_page_has_read() {
        var browser = new StaffBrowser(http);
        browser.accept(invite(http, "Wang Fang", "REVIEWER"), clock);
        for (var headers : java.util.List.of(
                new HttpHeaders(),
                header(StaffSessions.CSRF_HEADER, "nsx_" + "0".repeat(64)),
                both(browser.csrf(), "Sec-Fetch-Site", "cross-site"),
                both(browser.csrf(), "Sec-Fetch-Site", "same-site"),
                both(browser.csrf(), "Origin", "https://elsewhere.example"),
                both(browser.csrf(), "Origin", "null"))) {
            browser.send(HttpMethod.DELETE, SIGN_OUT, null, sent -> sent.putAll(headers))
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("cross-site-refused");
            browser.send(HttpMethod.POST, "/v1/reviews/next", null, sent -> sent.putAll(headers))
                    .expectStatus()
                    .isForbidden();
        }
        browser.get("/v1/staff/me").expectStatus().isOk();
        browser.send(
                        HttpMethod.DELETE,
                        SIGN_OUT,
                        null,
                        sent -> sent.putAll(both(browser.csrf(), "Sec-Fetch-Site", "same-origin")))
                .expectStatus()
                .isNoContent();
    }

    @Test
    void another_site_signs_nobody_in() {
        var person = new StaffBrowser(http).accept(invite(http, "Chen Jie", "AGENT"), clock);
        clock.advance(NEXT_CODE);
        var given = Map.of(
                "number",
                person.number(),
                "password",
                PASSWORD,
                "code",
                person.device().code());
        new StaffBrowser(http)
                .send(HttpMethod.POST, "/v1/staff/sessions", given, sent -> sent.set("Sec-Fetch-Site", "cross-site"))
                .expectStatus()
                .isForbidden();
        new StaffBrowser(http)
                .send(HttpMethod.POST, "/v1/staff/sessions", given, sent -> sent.set("Origin", http.address()))
                .expectStatus()
                .isCreated();
    }

    @Test
    void a_session_ends_unused_and_ends_at_all_events() {
        var browser = new StaffBrowser(http);
        var person = browser.accept(invite(http, "Sun Li", "AGENT"), clock);
        for (int i = 0; i < 25; i++) {
            clock.advance(Duration.ofMinutes(28));
            browser.get("/v1/staff/me").expectStatus().isOk();
        }
        clock.advance(Duration.ofMinutes(21));
        browser.get("/v1/staff/me").expectStatus().isUnauthorized();

        browser.signedIn(person, person.device().code());
        clock.advance(Duration.ofMinutes(31));
        browser.get("/v1/staff/me").expectStatus().isUnauthorized();
        assertThat(body(browser.get(SIGN_OUT).expectStatus().isOk())
                        .get("session")
                        .isNull())
                .isTrue();
    }

    @Test
    void signing_in_makes_another_session_and_ends_the_one_before() {
        var browser = new StaffBrowser(http);
        var person = browser.accept(invite(http, "Liu Yang", "AGENT"), clock);
        var before = browser.cookie();
        clock.advance(NEXT_CODE);
        browser.signedIn(person, person.device().code());
        assertThat(browser.cookie()).isNotEqualTo(before);
        http.anyone()
                .get()
                .uri("/v1/staff/me")
                .header("Cookie", before)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(jdbc.sql("select secret_sha256 from staff_session where staff_id = :id::uuid")
                        .param("id", person.id())
                        .query(String.class)
                        .list())
                .contains(SecretToken.sha256(
                        browser.cookie().substring(browser.cookie().indexOf('_') + 1)))
                .hasSize(2);
    }

    @Test
    void everybody_sees_their_own_sessions_and_ends_them() {
        var here = new StaffBrowser(http);
        var person = here.accept(invite(http, "Zhao Min", "AGENT"), clock);
        clock.advance(NEXT_CODE);
        var elsewhere = new StaffBrowser(http).signedIn(person, person.device().code());
        var stranger = new StaffBrowser(http);
        stranger.accept(invite(http, "Zhou Jie", "AGENT"), clock);

        var listed = body(here.get("/v1/staff/sessions").expectStatus().isOk()).get("sessions");
        assertThat(listed).hasSize(2);
        assertThat(listed.get(0).get("current").asBoolean()).isFalse();
        assertThat(listed.get(1).get("current").asBoolean()).isTrue();
        var path = "/v1/staff/sessions/" + listed.get(0).get("id").asString();
        stranger.delete(path).expectStatus().isNotFound();
        elsewhere.get("/v1/staff/me").expectStatus().isOk();
        here.delete(path).expectStatus().isNoContent();
        elsewhere.get("/v1/staff/me").expectStatus().isUnauthorized();
        here.delete(path).expectStatus().isNotFound();

        here.delete(SIGN_OUT)
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .value("Set-Cookie", cookie -> assertThat(cookie).contains("namesake-staff=;", "Max-Age=0"));
        here.get("/v1/staff/me").expectStatus().isUnauthorized();
    }

    @Test
    void another_password_is_taken_with_both_factors_and_ends_the_other_sessions() {
        var here = new StaffBrowser(http);
        var person = here.accept(invite(http, "Xu Wei", "AGENT"), clock);
        clock.advance(NEXT_CODE);
        var elsewhere = new StaffBrowser(http).signedIn(person, person.device().code());
        clock.advance(NEXT_CODE);
        var wanted = "orchard pebble lantern 27";
        change(here, "wrong " + PASSWORD, person.device().code(), wanted, 401);
        change(here, PASSWORD, "000000", wanted, 401);
        change(here, PASSWORD, person.device().code(), "too short", 422);
        change(here, PASSWORD, person.device().code(), wanted, 204);
        here.get("/v1/staff/me").expectStatus().isOk();
        elsewhere.get("/v1/staff/me").expectStatus().isUnauthorized();
        clock.advance(NEXT_CODE);
        new StaffBrowser(http)
                .signIn(person.number(), PASSWORD, person.device().code())
                .expectStatus()
                .isUnauthorized();
        new StaffBrowser(http)
                .signIn(person.number(), wanted, person.device().code())
                .expectStatus()
                .isCreated();
    }

    @Test
    void a_session_of_staff_opens_nothing_of_holders_and_a_key_beside_it_is_what_counts() {
        var browser = new StaffBrowser(http);
        browser.accept(invite(http, "Huang Yu", "AGENT"), clock);
        browser.get("/v1/me/lines").expectStatus().isForbidden();
        // Whatever the header says, the cookie neither helps nor stands in the way.
        browser.send(HttpMethod.GET, "/v1/staff", null, sent -> sent.setBearerAuth(TestOperator.KEY))
                .expectStatus()
                .isOk();
        browser.send(HttpMethod.GET, "/v1/staff/me", null, sent -> sent.setBearerAuth("nst_wrong"))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void whoever_acts_by_a_token_has_no_session_to_end() {
        io.namesake.TestStaff.with(http, "AGENT")
                .delete()
                .uri(SIGN_OUT)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static void change(StaffBrowser browser, String password, String code, String wanted, int status) {
        browser.send(
                        HttpMethod.PUT,
                        "/v1/staff/password",
                        Map.of("password", password, "code", code, "newPassword", wanted))
                .expectStatus()
                .isEqualTo(status);
    }

    private static HttpHeaders header(String name, String value) {
        var headers = new HttpHeaders();
        headers.set(name, value);
        return headers;
    }

    private static HttpHeaders both(String csrf, String name, String value) {
        var headers = header(StaffSessions.CSRF_HEADER, csrf);
        headers.set(name, value);
        return headers;
    }
}
