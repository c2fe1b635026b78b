package io.namesake.access.signin;

import static io.namesake.access.signin.StaffBrowser.PASSWORD;
import static io.namesake.access.signin.StaffBrowser.body;
import static io.namesake.access.signin.StaffBrowser.invite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestStaff;
import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import io.namesake.passkey.PasskeyAnswer;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Passkeys of the operator's people, and how people change with what they sign in. */
@NamesakeTest
class StaffPasskeysTest {
    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    StaffPasskeys passkeys;

    @Autowired
    SignIns signIns;

    @BeforeEach
    void nobody_has_failed_from_this_machine() {
        jdbc.sql("delete from sign_in_attempt").update();
    }

    @Test
    void whoever_is_invited_sets_up_a_passkey_in_the_place_of_an_app_and_signs_in_with_it_alone() {
        var device = PasskeyDevice.called("my laptop");
        var invitation = invite(http, "Li Na", "REVIEWER");
        var browser = new StaffBrowser(http);
        assertThat(browser.acceptWith(device, invitation)).hasSize(10);
        browser.get("/v1/reviews").expectStatus().isOk();
        var mine = body(browser.get("/v1/staff/factors").expectStatus().isOk());
        assertThat(mine.at("/passkeys/0/label").asString()).isEqualTo("my laptop");
        assertThat(mine.get("authenticatorApp").asBoolean()).isFalse();
        assertThat(mine.get("recoveryCodesLeft").asInt()).isEqualTo(10);

        var again = new StaffBrowser(http).signedInWith(device);
        again.get("/v1/staff/me").expectStatus().isOk();
        assertThat(audited(invitation, "staff.set-up"))
                .singleElement()
                .asString()
                .contains("passkey");
        assertThat(audited(invitation, "staff.signed-in"))
                .singleElement()
                .asString()
                .contains("passkey");
        // There is no app, and so no code of one, not even that of no secret.
        new StaffBrowser(http)
                .signIn(
                        invitation.get("number").asString(),
                        PASSWORD,
                        new io.namesake.access.signin.TestDevice(new byte[20], clock).code())
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void a_passkey_is_not_taken_from_another_site_nor_from_a_device_that_asked_nobody_nor_twice() {
        var device = PasskeyDevice.called("key");
        new StaffBrowser(http).acceptWith(device, invite(http, "Wang Fang", "AGENT"));
        var browser = new StaffBrowser(http);
        var ceremony = browser.ceremony("/v1/staff/passkey-sessions/ceremonies", null);
        notAccepted(browser.send(HttpMethod.POST, "/v1/staff/passkey-sessions", device.signsForAnybody(ceremony)));
        notAccepted(browser.send(HttpMethod.POST, "/v1/staff/passkey-sessions", device.signs(ceremony)));
        var used = device.signs(browser.ceremony("/v1/staff/passkey-sessions/ceremonies", null));
        browser.send(HttpMethod.POST, "/v1/staff/passkey-sessions", used)
                .expectStatus()
                .isCreated();
        notAccepted(new StaffBrowser(http).send(HttpMethod.POST, "/v1/staff/passkey-sessions", used));
        notAccepted(new StaffBrowser(http).signInWith(PasskeyDevice.called("unknown")));

        var invitation = invite(http, "Sun Li", "AGENT");
        var token = StaffBrowser.token(invitation);
        var fooled = new HashMap<String, Object>(Map.of("token", token, "password", PASSWORD));
        fooled.put(
                "passkey",
                PasskeyDevice.fooled("key")
                        .creates(browser.ceremony("/v1/staff/invitations/passkey-ceremonies", Map.of("token", token))));
        notAccepted(browser.send(HttpMethod.POST, "/v1/staff/invitations/accept", fooled));
        // The link is as good as before.
        new StaffBrowser(http).acceptWith(PasskeyDevice.called("key"), invitation);
    }

    @Test
    void whoever_changes_how_they_sign_in_shows_again_who_they_are_and_only_then() {
        var device = PasskeyDevice.called("key");
        var browser = new StaffBrowser(http);
        browser.acceptWith(device, invite(http, "Zhao Min", "AGENT"));
        proofRequired(browser.send(HttpMethod.POST, "/v1/staff/passkeys/ceremonies", null));
        proofRequired(browser.send(HttpMethod.POST, "/v1/staff/passkeys", Map.of()));
        proofRequired(browser.delete("/v1/staff/passkeys/x"));
        proofRequired(browser.send(HttpMethod.POST, "/v1/staff/recovery-codes", null));
        proofRequired(browser.send(HttpMethod.POST, "/v1/staff/authenticator-app/secret", null));
        proofRequired(browser.send(HttpMethod.PUT, "/v1/staff/authenticator-app", Map.of()));
        proofRequired(browser.delete("/v1/staff/authenticator-app"));
        proofRequired(browser.send(
                HttpMethod.PUT,
                "/v1/staff/password",
                Map.of("password", PASSWORD, "newPassword", "orchard pebble lantern 44")));

        var other = PasskeyDevice.called("somebody else's");
        new StaffBrowser(http).acceptWith(other, invite(http, "He Qing", "AGENT"));
        notAccepted(browser.proveWith(other));
        proofRequired(browser.send(HttpMethod.POST, "/v1/staff/recovery-codes", null));

        browser.proveWith(device).expectStatus().isNoContent();
        // It holds in that browser alone, and not for long.
        proofRequired(
                new StaffBrowser(http).signedInWith(device).send(HttpMethod.POST, "/v1/staff/recovery-codes", null));
        browser.send(
                        HttpMethod.PUT,
                        "/v1/staff/password",
                        Map.of("password", PASSWORD, "newPassword", "orchard pebble lantern 44"))
                .expectStatus()
                .isNoContent();
        clock.advance(Duration.ofMinutes(5));
        proofRequired(browser.send(HttpMethod.POST, "/v1/staff/recovery-codes", null));
    }

    @Test
    void passkeys_come_and_go_but_the_last_way_in_stays() {
        var laptop = PasskeyDevice.called("laptop");
        var phone = PasskeyDevice.called("phone");
        var browser = new StaffBrowser(http);
        var invitation = invite(http, "Liu Yang", "AGENT");
        browser.acceptWith(laptop, invitation);
        browser.proveWith(laptop).expectStatus().isNoContent();
        var first = body(browser.get("/v1/staff/factors")).at("/passkeys/0/id").asString();
        lastFactor(browser.delete("/v1/staff/passkeys/" + first));
        var second = browser.add(phone);
        browser.delete("/v1/staff/passkeys/" + first).expectStatus().isNoContent();
        browser.delete("/v1/staff/passkeys/" + first).expectStatus().isNotFound();
        notAccepted(new StaffBrowser(http).signInWith(laptop));
        new StaffBrowser(http).signedInWith(phone);

        // With an app beside it, a passkey is not the last.
        var drawn = browser.ceremony("/v1/staff/authenticator-app/secret", null);
        var app = io.namesake.access.signin.TestDevice.with(
                drawn.get("deviceSecret").asString(), clock);
        var ticket = drawn.get("ticket").asString();
        setApp(browser, ticket, app.code(5), 422);
        setApp(browser, ticket.substring(1), app.code(), 422);
        setApp(browser, ticket, app.code(), 204);
        browser.delete("/v1/staff/passkeys/" + second).expectStatus().isNoContent();
        lastFactor(browser.delete("/v1/staff/authenticator-app"));
        clock.advance(Duration.ofSeconds(31));
        new StaffBrowser(http)
                .signIn(invitation.get("number").asString(), PASSWORD, app.code())
                .expectStatus()
                .isCreated();
        browser.add(laptop);
        browser.delete("/v1/staff/authenticator-app").expectStatus().isNoContent();
        browser.delete("/v1/staff/authenticator-app").expectStatus().isNotFound();
        assertThat(jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                        .param("id", invitation.get("staffId").asString())
                        .query(String.class)
                        .list())
                .containsSubsequence(
                        "staff.passkey-added",
                        "staff.passkey-removed",
                        "staff.app-set",
                        "staff.passkey-removed",
                        "staff.passkey-added",
                        "staff.app-removed");
    }

    @Test
    void whoever_lost_their_passkey_comes_in_by_paper_takes_another_and_gets_new_paper() {
        var lost = PasskeyDevice.called("lost");
        var invitation = invite(http, "Ma Chao", "AGENT");
        var codes = new StaffBrowser(http).acceptWith(lost, invitation);
        var number = invitation.get("number").asString();
        var browser = new StaffBrowser(http);
        browser.signedIn(
                new StaffBrowser.Person(
                        "", number, io.namesake.access.signin.TestDevice.with("A".repeat(32), clock), codes),
                codes.get(0));
        browser.send(HttpMethod.POST, "/v1/staff/session/proof", Map.of("password", PASSWORD, "code", codes.get(0)))
                .expectStatus()
                .isUnauthorized();
        browser.send(HttpMethod.POST, "/v1/staff/session/proof", Map.of("password", PASSWORD, "code", codes.get(1)))
                .expectStatus()
                .isNoContent();
        var fresh = PasskeyDevice.called("fresh");
        browser.add(fresh);
        browser.delete("/v1/staff/passkeys/" + idOf(browser, "lost"))
                .expectStatus()
                .isNoContent();
        notAccepted(new StaffBrowser(http).signInWith(lost));
        new StaffBrowser(http).signedInWith(fresh);

        var renewed = body(browser.send(HttpMethod.POST, "/v1/staff/recovery-codes", null)
                        .expectStatus()
                        .isCreated())
                .get("recoveryCodes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(codes);
        new StaffBrowser(http)
                .signIn(number, PASSWORD, codes.get(2))
                .expectStatus()
                .isUnauthorized();
        new StaffBrowser(http)
                .signIn(number, PASSWORD, renewed.get(0))
                .expectStatus()
                .isCreated();
        assertThat(audited(invitation, "staff.recovery-codes-replaced")).singleElement();
    }

    @Test
    void a_new_link_closes_passkeys_too_and_whoever_left_is_out() {
        var device = PasskeyDevice.called("key");
        var invitation = invite(http, "Guo Jing", "AGENT");
        new StaffBrowser(http).acceptWith(device, invitation);
        var id = invitation.get("staffId").asString();
        var renewed = body(http.operator()
                .post()
                .uri("/v1/staff/" + id + "/invitation")
                .exchange()
                .expectStatus()
                .isCreated());
        notAccepted(new StaffBrowser(http).signInWith(device));
        var another = PasskeyDevice.called("another");
        new StaffBrowser(http).acceptWith(another, renewed);
        http.operator()
                .delete()
                .uri("/v1/staff/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
        notAccepted(new StaffBrowser(http).signInWith(another));
    }

    @Test
    void nobody_changes_how_a_colleague_signs_in_and_a_token_changes_nothing() {
        var mine = PasskeyDevice.called("mine");
        var theirs = PasskeyDevice.called("theirs");
        var colleague = new StaffBrowser(http);
        colleague.acceptWith(theirs, invite(http, "Huang Yu", "AGENT"));
        var browser = new StaffBrowser(http);
        browser.acceptWith(mine, invite(http, "Xu Wei", "AGENT"));
        browser.proveWith(mine).expectStatus().isNoContent();
        browser.delete("/v1/staff/passkeys/" + idOf(colleague, "theirs"))
                .expectStatus()
                .isNotFound();
        new StaffBrowser(http).signedInWith(theirs);

        var token = TestStaff.with(http, "AGENT");
        token.post()
                .uri("/v1/staff/recovery-codes")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("session-unknown");
        assertThat(body(token.get().uri("/v1/staff/factors").exchange())
                        .get("signsInHere")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void an_operator_may_want_the_password_beside_the_passkey() {
        var strict = new PasskeySignIns(
                passkeys,
                signIns,
                new SignInSettings(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofDays(3), true));
        var device = PasskeyDevice.called("key");
        new StaffBrowser(http).acceptWith(device, invite(http, "Zhou Jie", "AGENT"));
        CurrentScope.run(Scope.ofSystem("test"), () -> {
            refusedWith(ProblemType.SIGN_IN_REFUSED, () -> strict.signIn(answer(device), "wrong", "192.0.2.9", "?"));
            refusedWith(ProblemType.REQUEST_INVALID, () -> strict.signIn(answer(device), null, "192.0.2.9", "?"));
            refusedWith(
                    ProblemType.PASSKEY_NOT_ACCEPTED,
                    () -> strict.signIn(answer(PasskeyDevice.called("unknown")), PASSWORD, "192.0.2.9", "?"));
            assertThat(strict.signIn(answer(device), PASSWORD, "192.0.2.9", "?").recoveryLeft())
                    .isEqualTo(10);
        });
    }

    private PasskeyAnswer answer(PasskeyDevice device) {
        var answer = device.signs(new StaffBrowser(http).ceremony("/v1/staff/passkey-sessions/ceremonies", null));
        @SuppressWarnings("unchecked")
        var credential = (Map<String, Object>) answer.get("credential");
        return new PasskeyAnswer(UUID.fromString((String) answer.get("ceremonyId")), credential);
    }

    private static void refusedWith(ProblemType type, org.assertj.core.api.ThrowableAssert.ThrowingCallable signIn) {
        assertThatThrownBy(signIn)
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.type()).isEqualTo(type));
    }

    private static String idOf(StaffBrowser browser, String label) {
        return body(browser.get("/v1/staff/factors"))
                .get("passkeys")
                .valueStream()
                .filter(one -> one.get("label").asString().equals(label))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    private static void setApp(StaffBrowser browser, String ticket, String code, int status) {
        browser.send(HttpMethod.PUT, "/v1/staff/authenticator-app", Map.of("ticket", ticket, "code", code))
                .expectStatus()
                .isEqualTo(status);
    }

    private List<String> audited(JsonNode invitation, String type) {
        return jdbc.sql("select details::text from audit_entry where subject_id = :id and type = :type order by seq")
                .param("id", invitation.get("staffId").asString())
                .param("type", type)
                .query(String.class)
                .list();
    }

    private static void notAccepted(ResponseSpec answer) {
        refused(answer, 422, "passkey-not-accepted");
    }

    private static void proofRequired(ResponseSpec answer) {
        refused(answer, 403, "proof-required");
    }

    private static void lastFactor(ResponseSpec answer) {
        refused(answer, 409, "last-factor");
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
