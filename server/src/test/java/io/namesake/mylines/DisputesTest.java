package io.namesake.mylines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestStaff;
import io.namesake.application.TestApplicant;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.registry.EndCause;
import io.namesake.registry.HoldersMerged;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Service;
import io.namesake.registry.TestRegistry;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.Remediations;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** "This line is not mine", from the click to a person's decision and the decision of another one. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class DisputesTest {

    @Autowired
    TestHttp http;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ConfigurableApplicationContext server;

    @Autowired
    LineControl control;

    @Autowired
    List<LineMatters> matters;

    @Autowired
    Remediations remediations;

    private TestPerson erika;
    private String line;
    private TestPerson.Visit visit;
    private RestTestClient reviewer;

    @BeforeEach
    void a_line_in_the_name_of_somebody_who_says_it_is_not_theirs() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        erika = new TestPerson(http, "Muster");
        line = erika.takesLine();
        visit = erika.looksAtTheirLines();
        reviewer = TestStaff.with(http, "REVIEWER");
    }

    @Test
    void a_disputed_line_is_contained_at_once_and_the_operator_has_a_case_with_a_deadline() {
        var id = visit.disputes(line);

        var mine = visit.line(line);
        assertThat(mine.get("status").asString()).isEqualTo("LIMITED");
        assertThat(mine.at("/limits/0").asString()).isEqualTo("VERIFICATION_CODES");
        assertThat(mine.at("/underWay/0/kind").asString()).isEqualTo("DISPUTE");
        var ofOperator = caseOf(id);
        assertThat(ofOperator.get("line").asString()).isEqualTo(line);
        assertThat(ofOperator.get("state").asString()).isEqualTo("OPEN");
        assertThat(ofOperator.get("dueAt").asString())
                .isGreaterThan(ofOperator.get("openedAt").asString());
    }

    @Test
    void the_same_line_is_disputed_once() {
        visit.disputes(line);
        var id = visit.line(line).get("id").asString();
        visit.post("/v1/me/lines/" + id + "/dispute", Map.of("claim", "WRONG_DETAILS"))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void upheld_the_line_leaves_the_holders_name_and_stays_on_for_whoever_uses_it_to_verify() {
        var id = visit.disputes(line);

        decide(reviewer, id, "NO_EVIDENCE_OF_REGISTRATION").expectStatus().isOk();

        assertThat(visit.lines()).isEmpty();
        assertThat(stored()).isEqualTo("UNVERIFIED");
        var told = visit.get("/v1/me/disputes").at("/disputes/0");
        assertThat(told.get("state").asString()).isEqualTo("UPHELD");
        assertThat(told.at("/explanation/explanation").asString()).contains("not accountable");
        // The user verifies, and the line is theirs; Erika still has nothing to do with it.
        var user = new TestPerson(http, "User");
        user.verified(TestApplicant.again(http, line));
        assertThat(user.looksAtTheirLines().line(line).get("status").asString()).isEqualTo("ACTIVE");
        assertThat(visit.lines()).isEmpty();
    }

    @Test
    void rejected_the_containment_ends_and_another_person_decides_the_appeal() {
        var id = visit.disputes(line);
        decide(reviewer, id, "EVIDENCE_SHOWS_THE_HOLDER").expectStatus().isOk();
        assertThat(visit.line(line).get("status").asString()).isEqualTo("ACTIVE");

        visit.post("/v1/me/disputes/" + id + "/appeal", Map.of()).expectStatus().isOk();

        assertThat(visit.line(line).get("status").asString()).isEqualTo("LIMITED");
        decide(reviewer, id, "EVIDENCE_SHOWS_THE_HOLDER").expectStatus().isEqualTo(409);
        decide(TestStaff.with(http, "REVIEWER"), id, "EVIDENCE_SHOWS_SOMEBODY_ELSE")
                .expectStatus()
                .isOk();
        assertThat(visit.lines()).isEmpty();
    }

    @Test
    void a_second_rejection_is_the_end_and_an_appeal_has_its_time() {
        var id = visit.disputes(line);
        decide(reviewer, id, "HOLDER_STILL_USES_IT").expectStatus().isOk();
        clock.advance(Duration.ofDays(31));
        erika.looksAtTheirLines()
                .post("/v1/me/disputes/" + id + "/appeal", Map.of())
                .expectStatus()
                .isEqualTo(409);

        var again = erika.looksAtTheirLines();
        var second = again.disputes(line);
        decide(reviewer, second, "HOLDER_STILL_USES_IT").expectStatus().isOk();
        again.post("/v1/me/disputes/" + second + "/appeal", Map.of())
                .expectStatus()
                .isOk();
        decide(TestStaff.with(http, "REVIEWER"), second, "HOLDER_STILL_USES_IT")
                .expectStatus()
                .isOk();
        again.post("/v1/me/disputes/" + second + "/appeal", Map.of())
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void who_was_verified_for_a_disputed_line_meanwhile_keeps_it_and_is_not_limited_for_it() {
        nobodyWasVerifiedFor(line);
        var id = visit.disputes(line);
        var user = theUserIsVerified();
        await().atMost(Duration.ofSeconds(30)).until(() -> stored().equals("ACTIVE"));
        // Asked here without the database's own rule, by which a person sees their own disputes alone.
        var held = UUID.fromString(user.looksAtTheirLines().line(line).get("id").asString());
        assertThat(matters).flatMap(module -> module.of(Set.of(held))).isEmpty();

        decide(reviewer, id, "EVIDENCE_SHOWS_SOMEBODY_ELSE").expectStatus().isOk();

        assertThat(user.looksAtTheirLines().line(line).get("status").asString()).isEqualTo("ACTIVE");
        assertThat(visit.get("/v1/me/disputes").at("/disputes/0/state").asString())
                .isEqualTo("UPHELD");
    }

    @Test
    void a_line_that_comes_to_somebody_else_at_the_same_moment_is_not_disputed_or_limited_any_more() {
        nobodyWasVerifiedFor(line);
        var path = "/v1/me/lines/" + visit.line(line).get("id").asString() + "/dispute";
        var registry = new TestRegistry(server);
        var user = registry.person("User", "Max");
        var number = LineIdentifier.parse(Service.MOBILE, line);
        var application = registry.reservedAgain(number);

        var answer = transaction.execute(_ -> {
            registry.activated(user, number, application);
            var asked = CompletableFuture.supplyAsync(() -> visit.post(path, Map.of("claim", "NEVER_TOOK_IT"))
                    .expectBody(String.class)
                    .returnResult()
                    .getStatus());
            await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
            return asked;
        });

        assertThat(answer.join().value()).isEqualTo(404);
        assertThat(stored()).isEqualTo("ACTIVE");
        assertThat(visit.get("/v1/me/disputes").get("disputes")).isEmpty();
    }

    /** The view of sessions shows within one transaction what it showed first; that of locks does not. */
    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void upheld_while_the_line_rests_it_comes_back_in_nobodys_name_and_whoever_uses_it_is_asked() {
        var id = visit.disputes(line);
        var lineId = UUID.fromString(visit.line(line).get("id").asString());
        var other = UUID.randomUUID();
        var until = clock.instant().plus(Duration.ofDays(90));
        transaction.executeWithoutResult(_ -> control.deactivate(lineId, other, EndCause.DEACTIVATED, until));

        decide(reviewer, id, "NO_EVIDENCE_OF_REGISTRATION").expectStatus().isOk();

        assertThat(stored()).isEqualTo("DEACTIVATED");
        transaction.executeWithoutResult(_ -> control.reinstate(lineId, other));
        assertThat(stored()).isEqualTo("UNVERIFIED");
        assertThat(visit.lines()).isEmpty();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> remediations.openCasesOf(List.of(lineId)).stream()
                        .anyMatch(open -> open.doubt() == Doubt.DISPUTE_UPHELD));
    }

    @Test
    void an_appeal_about_what_was_before_limits_nobody_who_holds_the_line_now() {
        nobodyWasVerifiedFor(line);
        var id = visit.disputes(line);
        decide(reviewer, id, "EVIDENCE_SHOWS_THE_HOLDER").expectStatus().isOk();
        theUserIsVerified();

        visit.post("/v1/me/disputes/" + id + "/appeal", Map.of()).expectStatus().isOk();

        assertThat(stored()).isEqualTo("ACTIVE");
    }

    @Test
    void while_a_line_is_disputed_once_more_the_rejection_of_before_waits() {
        var first = visit.disputes(line);
        decide(reviewer, first, "HOLDER_STILL_USES_IT").expectStatus().isOk();
        visit.disputes(line);
        visit.post("/v1/me/disputes/" + first + "/appeal", Map.of())
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void who_says_that_a_line_is_not_theirs_cannot_end_it_for_whoever_uses_it() {
        visit.disputes(line);
        visit.post("/v1/me/lines/" + visit.line(line).get("id").asString() + "/ending", Map.of())
                .expectStatus()
                .isEqualTo(409);
        assertThat(stored()).isEqualTo("LIMITED");
    }

    @Test
    void a_dispute_is_its_persons_under_whichever_holder_they_turn_out_to_be() {
        var id = visit.disputes(line);
        var other = new TestPerson(http, "Muster").looksAtTheirLines();

        transaction.executeWithoutResult(_ -> events.publishEvent(new HoldersMerged(holder(visit), holder(other))));

        assertThat(other.get("/v1/me/disputes").at("/disputes/0/id").asString()).isEqualTo(id);
        assertThat(visit.get("/v1/me/disputes").at("/disputes/0/id").asString()).isEqualTo(id);
    }

    private UUID holder(TestPerson.Visit of) {
        return jdbc.sql("select holder_id from application where id::text = :id")
                .param("id", of.application())
                .query(UUID.class)
                .single();
    }

    /** As an import leaves it. */
    private void nobodyWasVerifiedFor(String number) {
        jdbc.sql("""
                        with declared as (
                            update line set status = 'UNVERIFIED' where identifier = :line returning id)
                        update holding set verified_at = null from declared where line_id = declared.id
                        """).param("line", number).update();
    }

    private TestPerson theUserIsVerified() {
        var user = new TestPerson(http, "User");
        user.verified(TestApplicant.again(http, line));
        return user;
    }

    @Test
    void what_is_taken_back_leaves_the_line_as_it_was() {
        var id = visit.disputes(line);
        visit.post("/v1/me/disputes/" + id + "/withdrawal", Map.of())
                .expectStatus()
                .isOk();
        assertThat(visit.line(line).get("status").asString()).isEqualTo("ACTIVE");
        decide(reviewer, id, "NO_EVIDENCE_OF_REGISTRATION").expectStatus().isEqualTo(409);
    }

    @Test
    void who_uses_the_line_is_heard_once_and_learns_nothing_of_who_complained() {
        var id = visit.disputes(line);
        var token = invite(id);

        var heard = http.anyone()
                .get()
                .uri("/v1/hearings/" + token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(heard).contains(line).doesNotContain("Muster", "Erika", "NEVER_TOOK_IT");
        say(token, "My uncle bought it for me.").expectStatus().isNoContent();
        say(token, "And again.").expectStatus().isEqualTo(409);
        var file = look(reviewer, id, "DECIDE")
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(file.get("statement").asString()).isEqualTo("My uncle bought it for me.");
        assertThat(jdbc.sql(
                                "select encode(sealed_statement, 'escape') from dispute_hearing where sealed_statement is not null")
                        .query(String.class)
                        .list())
                .noneMatch(words -> words.contains("uncle"));
    }

    @Test
    void a_link_that_was_replaced_made_up_or_came_too_late_opens_nothing() {
        var id = visit.disputes(line);
        var first = invite(id);
        invite(id);
        for (var token : List.of(first, "x", "a".repeat(43), "%2e%2e")) {
            http.anyone()
                    .get()
                    .uri(URI.create(http.address() + "/v1/hearings/" + token))
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        var last = invite(id);
        clock.advance(Duration.ofDays(16));
        http.anyone()
                .get()
                .uri("/v1/hearings/" + last)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void each_look_at_a_dispute_gives_a_reason_and_is_logged() {
        var id = visit.disputes(line);

        reviewer.post()
                .uri("/v1/staff/disputes/" + id + "/look")
                .body(Map.of())
                .exchange()
                .expectStatus()
                .isBadRequest();
        look(reviewer, id, "CURIOSITY").expectStatus().isBadRequest();
        look(TestStaff.with(http, "SUPERVISOR"), id, "DECIDE").expectStatus().isForbidden();
        assertThat(looks(id)).isZero();

        var file = look(reviewer, id, "DECIDE")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(looks(id)).isOne();
        assertThat(file).doesNotContain("Muster", "Erika", "1990-05-17");
    }

    @Test
    void nobody_but_the_one_who_complained_sees_or_moves_a_dispute_of_theirs() {
        var id = visit.disputes(line);
        var other = new TestPerson(http, "Other").looksAtTheirLines();
        assertThat(other.get("/v1/me/disputes").get("disputes")).isEmpty();
        other.post("/v1/me/disputes/" + id + "/withdrawal", Map.of())
                .expectStatus()
                .isNotFound();
        decide(TestStaff.with(http, "AGENT"), id, "OTHER_PARTY_CONFIRMS")
                .expectStatus()
                .isForbidden();
    }

    private JsonNode caseOf(String id) {
        return http.operator()
                .get()
                .uri("/v1/disputes?limit=200")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("disputes")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static RestTestClient.ResponseSpec decide(RestTestClient staff, String id, String code) {
        return staff.post()
                .uri("/v1/staff/disputes/" + id + "/decision")
                .body(Map.of("code", code))
                .exchange();
    }

    private static RestTestClient.ResponseSpec look(RestTestClient staff, String id, String reason) {
        return staff.post()
                .uri("/v1/staff/disputes/" + id + "/look")
                .body(Map.of("reason", reason))
                .exchange();
    }

    private String invite(String id) {
        var url = http.operator()
                .post()
                .uri("/v1/disputes/" + id + "/hearing")
                .body(Map.of("locale", "en"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("url")
                .asString();
        return url.substring(url.indexOf('#') + 1);
    }

    private RestTestClient.ResponseSpec say(String token, String words) {
        return http.anyone()
                .post()
                .uri("/v1/hearings/" + token + "/statement")
                .body(Map.of("words", words))
                .exchange();
    }

    private String stored() {
        return jdbc.sql("select status from line where identifier = :line")
                .param("line", line)
                .query(String.class)
                .single();
    }

    private int looks(String id) {
        return jdbc.sql("select count(*) from audit_entry where subject_id = :id and type = 'dispute.looked-at'")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
