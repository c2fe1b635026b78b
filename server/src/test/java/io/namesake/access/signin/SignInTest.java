package io.namesake.access.signin;

import static io.namesake.access.signin.StaffBrowser.PASSWORD;
import static io.namesake.access.signin.StaffBrowser.body;
import static io.namesake.access.signin.StaffBrowser.invite;
import static io.namesake.access.signin.StaffBrowser.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.access.signin.StaffBrowser.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator's people sign in by what they know and what they have. */
@NamesakeTest
class SignInTest {
    private static final Duration NEXT_CODE = Duration.ofSeconds(31);

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
    void whoever_is_invited_chooses_a_password_sets_up_a_device_and_is_signed_in() {
        var browser = new StaffBrowser(http);
        var invitation = invite(http, "Li Na", "REVIEWER");

        var opened =
                body(browser.send(HttpMethod.POST, "/v1/staff/invitations/open", Map.of("token", token(invitation)))
                        .expectStatus()
                        .isOk());
        assertThat(opened.get("name").asString()).isEqualTo("Li Na");
        assertThat(opened.get("operator").asString()).isEqualTo("Test Telecom");
        assertThat(opened.get("deviceUri").asString())
                .startsWith(
                        "otpauth://totp/Namesake:" + invitation.get("number").asString() + "?secret="
                                + opened.get("deviceSecret").asString());

        var person = browser.accept(invitation, clock);
        assertThat(person.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(body(browser.get("/v1/staff/me").expectStatus().isOk())
                        .get("name")
                        .asString())
                .isEqualTo("Li Na");
        browser.get("/v1/reviews").expectStatus().isOk();
        browser.get("/v1/staff").expectStatus().isForbidden();
    }

    @Test
    void a_link_opens_once_and_only_the_newest_and_not_for_ever() {
        var first = invite(http, "Wang Fang", "AGENT");
        var id = first.get("staffId").asString();
        var second = renew(id);
        opens(first, 404);
        opens(second, 200);

        clock.advance(Duration.ofDays(3).plusMinutes(1));
        opens(second, 404);
        var third = renew(id);
        new StaffBrowser(http).accept(third, clock);
        opens(third, 404);
        opens("nsi_" + "x".repeat(5_000), 404);
    }

    @Test
    void number_password_and_code_together_open_a_session() {
        var person = somebody("Chen Jing");
        clock.advance(NEXT_CODE);
        var browser = new StaffBrowser(http).signedIn(person, person.device().code());
        browser.get("/v1/staff/me").expectStatus().isOk();
        // As people type it.
        clock.advance(NEXT_CODE);
        var typed = person.number().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        new StaffBrowser(http)
                .signIn(typed, PASSWORD, person.device().code().replaceAll("(...)", "$1 "))
                .expectStatus()
                .isCreated();
    }

    @Test
    void what_of_the_three_was_wrong_and_whether_anybody_has_the_number_is_not_said() {
        var person = somebody("Sun Li");
        clock.advance(NEXT_CODE);
        var code = person.device().code();
        var wrongPassword = refusal(person.number(), PASSWORD + "!", code);
        assertThat(List.of(
                        refusal(person.number(), PASSWORD, code.equals("000000") ? "111111" : "000000"),
                        refusal("AAAA-2222", PASSWORD, code),
                        refusal("no number at all, and a long one at that, too", PASSWORD, code),
                        refusal(person.number(), "x".repeat(3_000), code),
                        refusal(
                                invite(http, "Not set up", "AGENT")
                                        .get("number")
                                        .asString(),
                                PASSWORD,
                                code)))
                .allSatisfy(answer -> assertThat(answer).isEqualTo(wrongPassword));
    }

    @Test
    void a_code_opens_once_and_a_step_too_early_or_late_is_forgiven() {
        var person = somebody("Liu Yang");
        clock.advance(NEXT_CODE);
        var code = person.device().code();
        new StaffBrowser(http).signedIn(person, code);
        refusal(person.number(), PASSWORD, code);

        clock.advance(NEXT_CODE.multipliedBy(4));
        // From the beginning of a step, so that none ends in between.
        clock.advance(Duration.ofSeconds(30 - clock.instant().getEpochSecond() % 30));
        refusal(person.number(), PASSWORD, person.device().code(-2));
        refusal(person.number(), PASSWORD, person.device().code(2));
        var late = person.device().code(-1);
        new StaffBrowser(http).signedIn(person, late);
        new StaffBrowser(http).signedIn(person, person.device().code(1));
        // Whatever was before the last that was used is used up, too.
        refusal(person.number(), PASSWORD, person.device().code());
    }

    @Test
    void a_recovery_code_stands_in_for_the_device_once() {
        var person = somebody("Zhao Min");
        var code = person.recoveryCodes().getFirst();
        var answer = body(new StaffBrowser(http)
                .signIn(person.number(), PASSWORD, code.toLowerCase(java.util.Locale.ROOT))
                .expectStatus()
                .isCreated());
        assertThat(answer.get("recoveryCodesLeft").asInt()).isEqualTo(9);
        refusal(person.number(), PASSWORD, code);
        refusal(person.number(), "another " + PASSWORD, person.recoveryCodes().getLast());
        assertThat(jdbc.sql("select string_agg(code_sha256, ' ') from staff_recovery_code")
                        .query(String.class)
                        .single())
                .doesNotContain(code, code.replace("-", ""));
    }

    @Test
    void failures_make_a_growing_pause_that_ends_by_itself_for_known_and_unknown_numbers_alike() {
        var person = somebody("Zhou Jie");
        for (var number : List.of("BBBB-3333", person.number())) {
            jdbc.sql("delete from sign_in_attempt").update();
            var pauses = new java.util.ArrayList<Integer>();
            for (int i = 0; i < 12; i++) {
                clock.advance(Duration.ofMinutes(15));
                refusal(number, "wrong " + PASSWORD, "000000");
                pauses.add(jdbc.sql("select max(extract(epoch from paused_until - last_at))::int from sign_in_attempt")
                        .query(Integer.class)
                        .single());
            }
            assertThat(pauses).containsExactly(0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900);
            assertThat(pause(number)).isBetween(1L, 900L);
        }
        // Not even what is right is looked at during a pause; after it, it opens, and the failures are forgotten.
        paused(person.number(), person.device().code());
        clock.advance(Duration.ofMinutes(15));
        new StaffBrowser(http).signedIn(person, person.device().code());
        refusal(person.number(), "wrong " + PASSWORD, "000000");
        refusal(person.number(), "wrong " + PASSWORD, "000000");
    }

    @Test
    void whoever_tries_many_numbers_from_one_place_is_paused_there() {
        for (int i = 0; i < 45; i++) {
            clock.advance(i < 40 ? Duration.ZERO : Duration.ofMinutes(5));
            refusal("DDDD-" + (char) ('A' + i / 20) + (char) ('A' + i % 20) + "22", "x", "000000");
        }
        assertThat(pause("EEEE-2222")).isBetween(1L, 300L);
        assertThat(jdbc.sql("select string_agg(subject_index, ' ') from sign_in_attempt")
                        .query(String.class)
                        .single())
                .doesNotContain("127.0.0.1", "DDDD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elevenchars",
                "passwordpassword",
                "qwertyuiop12345",
                "aaaaaaaaaaaaaaaaaaaaaaaa",
                "Namesake Test Telecom",
                "Xu Weiwei Xu Weiwei"
            })
    void a_password_that_would_be_guessed_soon_is_not_taken_and_the_link_stays_good(String password) {
        var invitation = invite(http, "Xu Weiwei", "AGENT");
        var opened = open(invitation);
        var device = TestDevice.with(opened.get("deviceSecret").asString(), clock);
        accept(invitation, password, device.code(), 422, "password-unsuitable");
        accept(invitation, "tractor violet ".repeat(12), device.code(), 422, "password-unsuitable");
        accept(invitation, PASSWORD, device.code(5), 422, "device-code-wrong");
        new StaffBrowser(http).accept(invitation, clock);
    }

    @Test
    void a_new_link_closes_what_was_before_and_sets_both_factors_anew() {
        var before = new StaffBrowser(http);
        var person = before.accept(invite(http, "Huang Yu", "REVIEWER"), clock);
        var renewed = renew(person.id());
        assertThat(renewed.get("number").asString()).isEqualTo(person.number());
        before.get("/v1/staff/me").expectStatus().isUnauthorized();
        clock.advance(NEXT_CODE);
        refusal(person.number(), PASSWORD, person.device().code());
        refusal(person.number(), PASSWORD, person.recoveryCodes().getFirst());

        var again = new StaffBrowser(http).accept(renewed, clock);
        assertThat(again.device()).isNotEqualTo(person.device());
    }

    @Test
    void a_supervisor_helps_a_reviewer_and_no_supervisor_and_no_auditor() {
        var supervisor = new StaffBrowser(http);
        supervisor.accept(invite(http, "Wu Xia", "SUPERVISOR"), clock);
        var reviewer = somebody("Zheng Hao");
        colleague(supervisor, reviewer.id()).expectStatus().isCreated();
        for (var role : List.of("SUPERVISOR", "AUDITOR")) {
            colleague(
                            supervisor,
                            invite(http, "Gao Lei", role, "AGENT")
                                    .get("staffId")
                                    .asString())
                    .expectStatus()
                    .isForbidden();
        }
        colleague(supervisor, "00000000-0000-0000-0000-000000000001")
                .expectStatus()
                .isNotFound();
        assertThat(audited(reviewer.id(), "staff.invited")).anyMatch(details -> details.contains("staff:"));
    }

    @Test
    void other_roles_hold_at_once_and_whoever_leaves_is_out_at_once() {
        var browser = new StaffBrowser(http);
        var person = browser.accept(invite(http, "He Qing", "AGENT"), clock);
        browser.get("/v1/staff/colleagues").expectStatus().isForbidden();
        http.operator()
                .put()
                .uri("/v1/staff/" + person.id() + "/roles")
                .body(Map.of("roles", List.of("SUPERVISOR")))
                .exchange()
                .expectStatus()
                .isNoContent();
        browser.get("/v1/staff/colleagues").expectStatus().isOk();
        http.operator()
                .put()
                .uri("/v1/staff/" + person.id() + "/roles")
                .body(Map.of("roles", List.of("SECOND_REVIEWER")))
                .exchange()
                .expectStatus()
                .isBadRequest();

        http.operator()
                .delete()
                .uri("/v1/staff/" + person.id())
                .exchange()
                .expectStatus()
                .isNoContent();
        browser.get("/v1/staff/me").expectStatus().isUnauthorized();
        clock.advance(NEXT_CODE);
        refusal(person.number(), PASSWORD, person.device().code());
    }

    @Test
    void what_happens_to_an_account_is_in_the_audit_log_without_anything_personal() {
        var person = somebody("Ma Chao");
        clock.advance(NEXT_CODE);
        refusal(person.number(), "wrong " + PASSWORD, "000000");
        new StaffBrowser(http).signedIn(person, person.device().code());
        http.operator().delete().uri("/v1/staff/" + person.id()).exchange();

        assertThat(jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                        .param("id", person.id())
                        .query(String.class)
                        .list())
                .containsExactly("staff.added", "staff.invited", "staff.set-up", "staff.signed-in", "staff.left");
        assertThat(audited(person.id(), "staff.signed-in"))
                .singleElement()
                .asString()
                .contains("device", "failures-before", "1", "staff:" + person.id())
                .doesNotContain("Ma Chao", person.number(), "127.0.0.1");
        assertThat(audited(person.id(), "staff.left"))
                .singleElement()
                .asString()
                .contains("operator");
    }

    @Test
    void the_database_holds_neither_a_password_nor_a_devices_secret_nor_a_links_token() {
        var invitation = invite(http, "Guo Jing", "AGENT");
        var person = new StaffBrowser(http).accept(invitation, clock);
        var row = jdbc.sql(
                        "select password_hash, encode(sealed_totp, 'hex') as sealed from staff_account where staff_id = :id::uuid")
                .param("id", person.id())
                .query()
                .singleRow();
        assertThat(row.get("password_hash").toString()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(row.get("sealed").toString())
                .doesNotContain(
                        java.util.HexFormat.of().formatHex(person.device().secret()));
        assertThat(jdbc.sql("select count(*) from staff_invitation where staff_id = :id::uuid")
                        .param("id", person.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Person somebody(String name) {
        return new StaffBrowser(http).accept(invite(http, name, "REVIEWER"), clock);
    }

    private tools.jackson.databind.JsonNode renew(String id) {
        return body(http.operator()
                .post()
                .uri("/v1/staff/" + id + "/invitation")
                .exchange()
                .expectStatus()
                .isCreated());
    }

    private tools.jackson.databind.JsonNode open(tools.jackson.databind.JsonNode invitation) {
        return body(new StaffBrowser(http)
                .send(HttpMethod.POST, "/v1/staff/invitations/open", Map.of("token", token(invitation)))
                .expectStatus()
                .isOk());
    }

    private void opens(tools.jackson.databind.JsonNode invitation, int status) {
        opens(token(invitation), status);
    }

    private void opens(String token, int status) {
        new StaffBrowser(http)
                .send(HttpMethod.POST, "/v1/staff/invitations/open", Map.of("token", token))
                .expectStatus()
                .isEqualTo(status);
    }

    private void accept(
            tools.jackson.databind.JsonNode invitation, String password, String code, int status, String problem) {
        new StaffBrowser(http)
                .send(
                        HttpMethod.POST,
                        "/v1/staff/invitations/accept",
                        Map.of("token", token(invitation), "password", password, "code", code))
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(problem);
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec colleague(
            StaffBrowser supervisor, String id) {
        return supervisor.send(HttpMethod.POST, "/v1/staff/colleagues/" + id + "/invitation", null);
    }

    private String refusal(String number, String password, String code) {
        var answer = new StaffBrowser(http).signIn(number, password, code);
        var body = body(answer.expectStatus().isUnauthorized());
        assertThat(body.get("code").asString()).isEqualTo("sign-in-refused");
        return body.toString();
    }

    /** How long the next attempt has to wait. */
    private long pause(String number) {
        return paused(number, "000000");
    }

    private long paused(String number, String code) {
        var answer = new StaffBrowser(http)
                .signIn(number, PASSWORD, code)
                .expectStatus()
                .isEqualTo(429)
                .returnResult(Void.class);
        return Long.parseLong(answer.getResponseHeaders().getFirst("Retry-After"));
    }

    private List<String> audited(String subject, String type) {
        return jdbc.sql("select details::text from audit_entry where subject_id = :id and type = :type order by seq")
                .param("id", subject)
                .param("type", type)
                .query(String.class)
                .list();
    }
}
