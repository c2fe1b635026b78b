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
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Somebody was said to have died and has not: a person takes that back, and with it what it opened. */
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
    private UUID person;
    private Line line;
    private Line other;
    private String token;

    @BeforeEach
    void somebody_with_two_lines_is_said_to_have_died() {
        registry = new TestRegistry(beans);
        person = registry.person("Tang", "Na");
        line = registry.lineOf(person);
        other = registry.lineOf(person);
        token = http.operator()
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
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(doubts(other)).contains(Doubt.HOLDER_DECEASED));
        // The doubt is from before it is cleared, on a clock that stands still.
        clock.advance(Duration.ofSeconds(1));
        beans.addApplicationListener(ear);
    }

    @AfterEach
    void nobody_listens_any_more() {
        beans.removeApplicationListener(ear);
    }

    @ParameterizedTest
    @EnumSource(value = TestRole.class)
    void a_reviewer_or_a_supervisor_clears_it_and_everything_goes_on_as_before(TestRole role) {
        var dispute = UUID.randomUUID();
        transaction.executeWithoutResult(
                _ -> remediations.open(registry.operator(), other.id(), Doubt.DATA_ERRORS, dispute));

        clear(role.name())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.offerEnded")
                .isEqualTo(true)
                .jsonPath("$.heldByAnother")
                .isEqualTo(false);

        assertThat(holders.isDeceased(person)).isFalse();
        assertThat(transfers.of(person).getFirst().state()).isEqualTo(Transfer.State.WITHDRAWN);
        assertThat(holdings.current(line.id()).orElseThrow().holderId()).isEqualTo(person);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(doubts(other)).containsExactly(Doubt.DATA_ERRORS));
        assertThat(ear.heard(HolderDeathCleared.class).map(HolderDeathCleared::lineId))
                .containsExactlyInAnyOrder(line.id(), other.id());
        assertThat(logged(line)).contains("PERSON_WAS_SEEN", "staff");
        // The person can do with their line what they could before.
        assertThat(transfers.offer(person, clock.instant(), line.id())).isNotNull();
    }

    enum TestRole {
        REVIEWER,
        SUPERVISOR
    }

    @Test
    void neither_a_program_nor_an_agent_clears_it_and_nobody_without_a_reason_of_the_list() {
        clear("AGENT").expectStatus().isForbidden();
        http.operator()
                .post()
                .uri("/v1/staff/deaths/correction")
                .body(Map.of("line", line.identifier().value(), "reason", "PERSON_WAS_SEEN"))
                .exchange()
                .expectStatus()
                .isForbidden();
        TestStaff.with(http, "REVIEWER")
                .post()
                .uri("/v1/staff/deaths/correction")
                .body(Map.of("line", line.identifier().value()))
                .exchange()
                .expectStatus()
                .isBadRequest();
        assertThat(holders.isDeceased(person)).isTrue();
    }

    @Test
    void a_line_that_an_heir_holds_stays_with_the_heir_and_its_operator_is_told_so() {
        var heir = registry.person("Tang", "Bo");
        transfers.accept(heir, clock.instant(), token, null);
        registry.pass(Duration.ofHours(25));

        clear("REVIEWER")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.heldByAnother")
                .isEqualTo(true);

        assertThat(holdings.current(line.id()).orElseThrow().holderId()).isEqualTo(heir);
        assertThat(ear.heard(HolderDeathCleared.class).filter(HolderDeathCleared::heldByAnother))
                .extracting(HolderDeathCleared::lineId)
                .containsExactly(line.id());
        // They hand it back like any line.
        var back = transfers.offer(heir, clock.instant(), line.id());
        transfers.accept(person, clock.instant(), back.token(), null);
        registry.pass(Duration.ofHours(25));
        assertThat(holdings.current(line.id()).orElseThrow().holderId()).isEqualTo(person);
    }

    @Test
    void what_is_not_noted_is_not_cleared_and_can_be_noted_again() {
        clear("SUPERVISOR").expectStatus().isOk();
        clear("SUPERVISOR").expectStatus().isEqualTo(409);
        http.operator()
                .post()
                .uri("/v1/lines/inheritance")
                .body(Map.of("line", line.identifier().value(), "evidence", "COURT_ORDER"))
                .exchange()
                .expectStatus()
                .isCreated();
        assertThat(holders.isDeceased(person)).isTrue();
    }

    @Test
    void a_case_that_ended_with_its_line_is_not_opened_anew_for_a_death_that_was_cleared_meanwhile() {
        var session = registry.session(person);
        var ending = TestRegistry.ends(session, other.id());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(doubts(other)).isEmpty());
        clear("REVIEWER").expectStatus().isOk();

        TestRegistry.takesBack(session, ending);

        await().atMost(PATIENCE).until(() -> unheard("LineEndingUndone") == 0);
        assertThat(doubts(other)).isEmpty();
    }

    private int unheard(String event) {
        return jdbc.sql("select count(*) from event_publication where event_type like '%' || :event")
                .param("event", event)
                .query(Integer.class)
                .single();
    }

    private ResponseSpec clear(String role) {
        return TestStaff.with(http, role)
                .post()
                .uri("/v1/staff/deaths/correction")
                .body(Map.of("line", line.identifier().value(), "reason", "PERSON_WAS_SEEN"))
                .exchange();
    }

    private List<Doubt> doubts(Line of) {
        return remediations.openCasesOf(List.of(of.id())).stream()
                .map(OpenRemediation::doubt)
                .toList();
    }

    private String logged(Line of) {
        return jdbc.sql("""
                        select details::text from audit_entry where type = 'line.death-cleared' and subject_id = :line
                        """)
                .param("line", of.id().toString())
                .query(String.class)
                .single();
    }
}
