package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestStaff;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.OpenRemediation;
import io.namesake.remediation.Remediations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Somebody was said to have died, and has not. */
@NamesakeTest
class MistakenDeathTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    TestHttp http;

    @Autowired
    Holders holders;

    @Autowired
    Holdings holdings;

    @Autowired
    Transfers transfers;

    @Autowired
    Remediations remediations;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    ConfigurableApplicationContext beans;

    private final Ear ear = new Ear();
    private TestRegistry registry;
    private RestTestClient reviewer;
    private UUID person;
    private UUID heir;
    private Line line;
    private Line other;

    @BeforeEach
    void somebody_with_two_lines_whose_death_was_noted_for_the_one() {
        registry = new TestRegistry(beans);
        reviewer = TestStaff.with(http, "REVIEWER");
        person = registry.person("Wang", "Fang");
        heir = registry.person("Wang", "Xiaoming");
        line = registry.lineOf(person);
        other = registry.lineOf(person);
        beans.addApplicationListener(ear);
    }

    @AfterEach
    void nobody_listens_any_more() {
        beans.removeApplicationListener(ear);
    }

    @Test
    void a_member_of_staff_takes_it_back_with_a_reason_and_everything_goes_on_as_before() {
        var offer = noted();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(doubts(other)).containsExactly(Doubt.HOLDER_DECEASED));
        assertThat(holders.isDeceased(person)).isTrue();
        clock.advance(Duration.ofMinutes(1));

        var answer = cleared()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(answer.get("offerEnded").asBoolean()).isTrue();
        assertThat(answer.get("heldByAnother").asBoolean()).isFalse();
        assertThat(answer.toString())
                .doesNotContain("Wang", person.toString(), other.identifier().value());
        assertThat(holders.isDeceased(person)).isFalse();
        assertThat(holder(line)).isEqualTo(person);
        assertThat(transfers.see(offer).state()).isEqualTo(Transfer.State.WITHDRAWN);
        assertThat(ear.heard(HolderDeathCleared.class).map(HolderDeathCleared::lineId))
                .containsExactlyInAnyOrder(line.id(), other.id());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(doubts(other)).isEmpty());
        assertThat(logged(line)).contains("PERSON_WAS_SEEN", "staff");
        assertThat(logged(other)).contains("PERSON_WAS_SEEN");

        transfers.offer(person, clock.instant(), line.id());
        assertThat(transfers.of(person).getFirst().state()).isEqualTo(Transfer.State.OFFERED);
    }

    @Test
    void other_doubts_about_the_same_line_stay() {
        noted();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(doubts(other)).containsExactly(Doubt.HOLDER_DECEASED));
        transaction.executeWithoutResult(
                _ -> remediations.open(registry.operator(), other.id(), Doubt.DOCUMENT_EXPIRED, UUID.randomUUID()));
        clock.advance(Duration.ofMinutes(1));
        cleared().expectStatus().isOk();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(doubts(other)).containsExactly(Doubt.DOCUMENT_EXPIRED));
    }

    @Test
    void a_line_that_an_heir_holds_by_now_stays_with_the_heir() {
        transfers.accept(heir, clock.instant(), noted(), null);
        registry.pass(Duration.ofHours(25));
        assertThat(holder(line)).isEqualTo(heir);

        var answer = cleared()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(answer.get("heldByAnother").asBoolean()).isTrue();
        assertThat(holder(line)).isEqualTo(heir);
        assertThat(holder(other)).isEqualTo(person);
        assertThat(holders.isDeceased(person)).isFalse();
    }

    @Test
    void what_is_not_noted_cannot_be_taken_back_nor_twice() {
        cleared().expectStatus().isEqualTo(409);
        noted();
        cleared().expectStatus().isOk();
        cleared().expectStatus().isEqualTo(409);
    }

    @Test
    void only_a_person_takes_it_back_who_reviews() {
        noted();
        cleared(http.operator(), "PERSON_WAS_SEEN")
                .expectStatus()
                .value(status -> assertThat(status).isIn(401, 403));
        cleared(TestStaff.with(http, "AGENT"), "PERSON_WAS_SEEN").expectStatus().isForbidden();
        cleared(registry.session(heir), "PERSON_WAS_SEEN")
                .expectStatus()
                .value(status -> assertThat(status).isIn(401, 403));
        assertThat(holders.isDeceased(person)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "BECAUSE"})
    void no_reason_is_no_reason(String reason) {
        noted();
        cleared(reviewer, reason).expectStatus().isBadRequest();
        assertThat(holders.isDeceased(person)).isTrue();
    }

    /** @return the token for an heir */
    private String noted() {
        return http.operator()
                .post()
                .uri("/v1/lines/inheritance")
                .body(Map.of("line", line.identifier().value(), "evidence", "DEATH_CERTIFICATE"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("token")
                .asString();
    }

    private ResponseSpec cleared() {
        return cleared(reviewer, "PERSON_WAS_SEEN");
    }

    private ResponseSpec cleared(RestTestClient caller, String reason) {
        var body = reason == null
                ? Map.of("line", line.identifier().value())
                : Map.of("line", line.identifier().value(), "reason", reason);
        return caller.post().uri("/v1/staff/deaths/correction").body(body).exchange();
    }

    private List<Doubt> doubts(Line of) {
        return remediations.openCasesOf(List.of(of.id())).stream()
                .map(OpenRemediation::doubt)
                .toList();
    }

    private UUID holder(Line of) {
        return holdings.current(of.id()).orElseThrow().holderId();
    }

    private String logged(Line of) {
        return jdbc.sql(
                        "select details::text from audit_entry where type = 'line.death-cleared' and subject_id = :line")
                .param("line", of.id().toString())
                .query(String.class)
                .single();
    }
}
