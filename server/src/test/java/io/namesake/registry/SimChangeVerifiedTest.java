package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Another SIM for a line in somebody's name works only after its holder was verified for it. */
@NamesakeTest
class SimChangeVerifiedTest {
    private static final String FIRST = "8991101200003204514";
    private static final String WANTED = "8991101200003204522";
    private static final String ANOTHER = "8991101200003204530";

    @Autowired
    TestHttp http;

    @Autowired
    SimChanges changes;

    @Autowired
    LineSims sims;

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
    private UUID holder;
    private Line line;

    @BeforeEach
    void somebody_whose_line_has_a_sim() {
        registry = new TestRegistry(beans);
        holder = registry.person("Wang", "Fang");
        line = registry.lineOf(holder);
        equipment("ICCID", FIRST).expectStatus().isOk();
        equipment("IMSI", "460001234567890").expectStatus().isOk();
        clock.advance(Duration.ofDays(1));
        beans.addApplicationListener(ear);
    }

    @AfterEach
    void nobody_listens_any_more() {
        beans.removeApplicationListener(ear);
    }

    @Test
    void a_change_for_which_nobody_was_verified_is_held_and_logged_and_the_answer_says_what_to_do() {
        held(equipment("ICCID", WANTED));
        held(equipment("IMSI", "460001234567891"));
        assertThat(present()).containsExactlyInAnyOrder("ICCID", "IMSI");
        assertThat(logged("line.sim-change-held")).isEqualTo(2);
        assertThat(ear.heard(SimChanged.class)).isEmpty();
    }

    @Test
    void the_sim_that_its_holder_was_verified_for_takes_the_place_of_the_first_once() {
        var application = asked(WANTED);
        held(equipment("ICCID", WANTED));
        verified(application, holder);
        held(equipment("ICCID", ANOTHER));
        equipment("ICCID", WANTED).expectStatus().isOk();
        equipment("ICCID", WANTED).expectStatus().isOk();

        assertThat(ear.heard(SimChanged.class).map(SimChanged::lineId)).containsExactly(line.id());
        assertThat(logged("line.sim-change-made")).isOne();
        clock.advance(Duration.ofMinutes(1));
        held(equipment("ICCID", FIRST));
        held(equipment("ICCID", ANOTHER));
        assertThat(history()).isEqualTo(3);
    }

    @Test
    void the_other_number_of_the_new_card_goes_with_it_once() {
        verified(asked(WANTED), holder);
        held(equipment("IMSI", "460001234567891"));
        equipment("ICCID", WANTED).expectStatus().isOk();
        equipment("IMSI", "460001234567891").expectStatus().isOk();
        held(equipment("IMSI", "460001234567892"));
    }

    @Test
    void a_verification_counts_for_a_day() {
        verified(asked(WANTED), holder);
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        held(equipment("ICCID", WANTED));
    }

    @Test
    void nobody_else_can_agree_and_neither_does_the_agreement_of_who_held_the_line_before_count() {
        var stranger = registry.person("Zhao", "Lei");
        var application = asked(WANTED);
        assertThatThrownBy(() -> verified(application, stranger)).isInstanceOf(LineTaken.class);
        held(equipment("ICCID", WANTED));

        verified(asked(WANTED), holder);
        handedTo(stranger);
        held(equipment("ICCID", WANTED));
        verified(asked(WANTED), stranger);
        equipment("ICCID", WANTED).expectStatus().isOk();
    }

    @Test
    void an_agreement_for_one_line_is_none_for_the_holders_other() {
        var other = registry.lineOf(holder);
        verified(asked(WANTED), holder);
        equipment(other, "ICCID", FIRST).expectStatus().isOk();
        clock.advance(Duration.ofHours(2));
        held(equipment(other, "ICCID", WANTED));
    }

    @Test
    void ending_a_line_and_taking_it_back_is_no_way_to_another_sim() {
        verified(asked(WANTED), holder);
        equipment("ICCID", WANTED).expectStatus().isOk();
        clock.advance(Duration.ofDays(1));
        var session = registry.session(holder);
        var ending = TestRegistry.ends(session, line.id());
        assertThat(present()).isEmpty();

        TestRegistry.takesBack(session, ending);

        held(equipment("ICCID", ANOTHER));
        assertThat(present()).containsExactlyInAnyOrder("ICCID", "IMSI");
        assertThat(sims.of(line.id())).containsEntry(EquipmentKind.ICCID, WANTED);
        assertThat(history()).isEqualTo(3);
    }

    @Test
    void an_application_names_the_sim_by_its_last_digits_alone() {
        var created = application(Map.of("kind", "ICCID", "value", WANTED))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        var shown = http.operator()
                .get()
                .uri("/v1/applications/" + created.get("id").asString())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(shown.at("/sim/kind").asString()).isEqualTo("ICCID");
        assertThat(shown.at("/sim/ending").asString()).isEqualTo(WANTED.substring(WANTED.length() - 4));
        assertThat(shown.toString()).doesNotContain(WANTED);
    }

    @Test
    void an_application_for_what_is_no_sim_or_no_line_in_use_is_not_begun() {
        application(Map.of("kind", "ICCID", "value", "8991101200003204511"))
                .expectStatus()
                .isBadRequest();
        application(Map.of("kind", "IMSI", "value", "460001234567890"))
                .expectStatus()
                .isBadRequest();
        application(Map.of("kind", "ICCID")).expectStatus().isBadRequest();
        var free = registry.freeNumber();
        registry.reserved(free);
        application(free, Map.of("kind", "ICCID", "value", WANTED))
                .expectStatus()
                .isNotFound();
    }

    private ResponseSpec application(Map<String, Object> sim) {
        return application(line.identifier(), sim);
    }

    private ResponseSpec application(LineIdentifier of, Map<String, Object> sim) {
        return http.operator()
                .post()
                .uri("/v1/applications")
                .body(Map.of(
                        "purpose", "SIM_CHANGE", "service", "MOBILE", "line", of.value(), "locale", "en", "sim", sim))
                .exchange();
    }

    private UUID asked(String iccid) {
        var application = UUID.randomUUID();
        transaction.executeWithoutResult(
                _ -> changes.ask(registry.operator(), line.identifier(), application, EquipmentKind.ICCID, iccid));
        return application;
    }

    private void verified(UUID application, UUID person) {
        transaction.executeWithoutResult(_ -> changes.verified(application, registry.details(person)));
    }

    private void handedTo(UUID person) {
        var transfers = beans.getBean(Transfers.class);
        var offer = transfers.offer(holder, clock.instant(), line.id());
        transfers.accept(person, clock.instant(), offer.token(), null);
        http.operator()
                .post()
                .uri("/v1/transfers/" + offer.id() + "/release")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private void held(ResponseSpec answer) {
        answer.expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("sim-change-not-verified", "SIM_CHANGE"));
    }

    private ResponseSpec equipment(String kind, String value) {
        return equipment(line, kind, value);
    }

    private ResponseSpec equipment(Line of, String kind, String value) {
        return http.operator()
                .put()
                .uri("/v1/lines/equipment")
                .body(Map.of("line", of.identifier().value(), "kind", kind, "value", value))
                .exchange();
    }

    private List<String> present() {
        return jdbc.sql("select kind from line_equipment where line_id = :line and present_until is null")
                .param("line", line.id())
                .query(String.class)
                .list();
    }

    private int history() {
        return jdbc.sql("select count(*) from line_equipment where line_id = :line")
                .param("line", line.id())
                .query(Integer.class)
                .single();
    }

    private int logged(String type) {
        return jdbc.sql("select count(*) from audit_entry where type = :type and subject_id = :line")
                .param("type", type)
                .param("line", line.id().toString())
                .query(Integer.class)
                .single();
    }
}
