package io.namesake.provisioning.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.access.OperatorId;
import io.namesake.application.ApplicationVerified;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.database.SqlTime;
import io.namesake.provisioning.activation.sandbox.ActivationSandbox;
import io.namesake.provisioning.activation.sandbox.ActivationScript;
import io.namesake.provisioning.activation.sandbox.ActivationScript.Reply;
import io.namesake.provisioning.tmforum.TmForumTest;
import io.namesake.registry.EndCause;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Limit;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import io.namesake.registry.SimChanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** TMF640: the operator's activation server stands as its lines do, whatever fails in between. */
@NamesakeTest
class ActivationTest extends TmForumTest {
    private static final String TOKEN = "hlr-token";
    private static final ActivationSandbox HLR = hlr();
    private static final ActivationScript WELL = new ActivationScript(null, null);
    private static final ActivationScript DOWN = ActivationScript.changes(Reply.error(503, false));
    private static final ActivationScript LATER = ActivationScript.changes(Reply.later(0));
    private static final ActivationScript FORGETFUL = ActivationScript.changes(Reply.error(504, true));
    private static final String FIRST_SIM = "8991101200003204514";
    private static final String OTHER_SIM = "8991101200003204522";

    @Autowired
    Lines lines;

    @Autowired
    LineControl control;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    SimChanges changes;

    @Autowired
    ApplicationEventPublisher events;

    private final UUID application = UUID.randomUUID();
    private final LineIdentifier identifier =
            LineIdentifier.parse(Service.INTERNET, UUID.randomUUID() + "@isp.example");
    private OperatorId operator;
    private UUID line;

    @DynamicPropertySource
    static void a_server(DynamicPropertyRegistry properties) {
        properties.add("namesake.activation.servers[0].operator", () -> "Test Telecom");
        properties.add("namesake.activation.servers[0].url", () -> HLR.url().toString());
        properties.add("namesake.activation.servers[0].token", () -> TOKEN);
        properties.add("namesake.activation.poll-interval", () -> "100ms");
        properties.add("namesake.activation.retry-delays", () -> "1h,1h,1h");
    }

    @AfterAll
    static void close() {
        HLR.close();
    }

    @BeforeEach
    void a_line_that_is_asked_for() {
        HLR.play(WELL);
        operator = new OperatorId(operator());
        line = transaction.execute(
                _ -> lines.reserve(operator, identifier, application).id());
    }

    @Test
    void an_order_is_held_then_in_progress_while_the_server_is_down_and_completed_once_it_was_told() {
        HLR.play(DOWN);
        var order = ordered(TestApplicant.newLine());
        var ordered =
                UUID.fromString(now(order).at("/serviceOrderItem/0/service/id").asString());
        assertThat(state(order)).isEqualTo("held");
        var applicant = applicant(order);
        applicant.consent(http).expectStatus().isOk();
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(hlr(ordered)).as("nobody is verified, so nothing is told").isEmpty();

        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(state(order)).isEqualTo("inProgress");
        awaitFailure(ordered, "http-503");
        HLR.play(WELL);
        clock.advance(Duration.ofHours(2));

        awaitState(ordered, "active");
        await().atMost(Duration.ofSeconds(30)).until(() -> state(order).equals("completed"));
        assertThat(HLR.services(ordered.toString()).toString()).doesNotContain("Muster", "Erika", "C01X00T47");
    }

    @Test
    void a_line_is_activated_limited_freed_and_terminated_as_one_service() {
        activate();
        awaitState(line, "active");
        limit(EnumSet.of(Limit.OUTGOING, Limit.DATA));
        await().atMost(Duration.ofSeconds(30)).until(() -> limits().equals("[\"OUTGOING\",\"DATA\"]"));
        assertThat(hlr(line).orElseThrow().get("state").asString())
                .as("emergency calls always work")
                .isEqualTo("active");
        limit(Set.of());
        await().atMost(Duration.ofSeconds(30)).until(() -> limits().equals("[]"));
        transaction.executeWithoutResult(_ -> control.deactivate(
                line, application, EndCause.DEACTIVATED, clock.instant().plus(Duration.ofDays(90))));

        awaitState(line, "terminated");
        assertThat(HLR.services(line.toString())).hasSize(1);
        awaitNothingOpen();
    }

    @Test
    void a_number_that_rested_and_is_asked_for_again_stays_off_until_somebody_is_verified() {
        activate();
        awaitState(line, "active");
        HLR.play(DOWN);
        transaction.executeWithoutResult(_ -> control.deactivate(
                line, application, EndCause.DEACTIVATED, clock.instant().plus(Duration.ofDays(90))));
        awaitFailure(line, "http-503");
        clock.advance(Duration.ofDays(91));
        var next = UUID.randomUUID();
        assertThat(transaction
                        .execute(_ -> lines.reserve(operator, identifier, next))
                        .id())
                .as("the same line")
                .isEqualTo(line);
        HLR.play(WELL);
        clock.advance(Duration.ofHours(2));

        awaitNothingOpen();
        assertThat(hlr(line).orElseThrow().get("state").asString()).isEqualTo("terminated");
        transaction.executeWithoutResult(_ -> lines.activate(operator, identifier, next, person()));
        awaitState(line, "active");
    }

    @Test
    void an_answer_that_was_lost_makes_no_second_service() {
        HLR.play(FORGETFUL);
        activate();
        awaitFailure(line, "http-504");
        HLR.play(WELL);
        clock.advance(Duration.ofHours(2));

        awaitNothingOpen();
        assertThat(HLR.services(line.toString())).hasSize(1);
    }

    @Test
    void what_the_server_does_later_counts_once_it_is_done() {
        HLR.play(LATER);
        activate();
        awaitFailure(line, "in-progress");
        clock.advance(Duration.ofHours(2));

        awaitNothingOpen();
        assertThat(HLR.services(line.toString())).hasSize(1);
    }

    @Test
    void what_could_not_be_told_is_listed_and_told_anew_when_an_engineer_asks() {
        HLR.play(DOWN);
        activate();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            clock.advance(Duration.ofHours(2));
            return open(line).map(one -> one.get("nextAttemptAt").isNull()).orElse(false);
        });
        assertThat(open(line).orElseThrow().get("failures").asInt()).isEqualTo(4);
        HLR.play(WELL);

        http.operator()
                .post()
                .uri("/v1/activations/" + line + "/retry")
                .exchange()
                .expectStatus()
                .isAccepted();

        awaitState(line, "active");
        awaitNothingOpen();
        http.operator()
                .post()
                .uri("/v1/activations/" + UUID.randomUUID() + "/retry")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void an_operator_without_a_server_has_nothing_to_be_told() {
        var other = new OperatorId(UUID.randomUUID());
        jdbc.sql("insert into operator (id, name, created_at) values (:id, 'Another', now())")
                .param("id", other.value())
                .update();
        var theirs = transaction.execute(_ -> {
            var asked = UUID.randomUUID();
            lines.reserve(other, identifier, asked);
            return lines.activate(other, identifier, asked, person()).id();
        });
        activate();

        awaitState(line, "active");
        assertThat(hlr(theirs)).isEmpty();
    }

    @Test
    void a_sim_that_was_ordered_is_told_once_its_holder_was_verified_and_the_order_completed_once_the_server_has_it() {
        var person = person();
        var mobile = mobile(person);
        equipment(mobile, "ICCID", FIRST_SIM);
        equipment(mobile, "IMSI", "460001234567890");
        await().atMost(Duration.ofSeconds(30)).until(() -> sim(mobile, "imsi").equals("460001234567890"));
        assertThat(sim(mobile, "iccid")).isEqualTo(FIRST_SIM);
        HLR.play(DOWN);
        clock.advance(Duration.ofDays(1));
        var order = orderedSim(mobile);
        assertThat(state(order)).isEqualTo("held");

        verified(order, person);

        await().atMost(Duration.ofSeconds(30)).until(() -> state(order).equals("inProgress"));
        awaitFailure(mobile, "http-503");
        assertThat(sim(mobile, "iccid")).isEqualTo(FIRST_SIM);
        HLR.play(WELL);
        clock.advance(Duration.ofHours(2));
        await().atMost(Duration.ofSeconds(30)).until(() -> state(order).equals("completed"));
        assertThat(sim(mobile, "iccid")).isEqualTo(OTHER_SIM);
        assertThat(sim(mobile, "imsi")).as("that was the first card's number").isEmpty();
        equipment(mobile, "IMSI", "460001234567891");
        await().atMost(Duration.ofSeconds(30)).until(() -> sim(mobile, "imsi").equals("460001234567891"));
        assertThat(sim(mobile, "iccid")).isEqualTo(OTHER_SIM);
        assertThat(HLR.services(mobile.toString())).hasSize(1);
    }

    @Test
    void a_sim_that_a_rule_stands_against_is_not_told_and_its_order_waits_a_day_for_it() {
        var person = person();
        var mobile = mobile(person);
        equipment(mobile, "ICCID", FIRST_SIM);
        await().atMost(Duration.ofSeconds(30)).until(() -> sim(mobile, "iccid").equals(FIRST_SIM));
        clock.advance(Duration.ofDays(1));
        var order = orderedSim(mobile);
        transaction.executeWithoutResult(_ -> control.limit(mobile, application, Set.of(Limit.OUTGOING)));

        verified(order, person);

        await().atMost(Duration.ofSeconds(30)).until(() -> heldSims(order) == 1);
        assertThat(state(order)).isEqualTo("pending");
        assertThat(sim(mobile, "iccid")).isEqualTo(FIRST_SIM);
        clock.advance(Duration.ofHours(25));
        assertThat(now(order).at("/errorMessage/0/code").asString()).isEqualTo("sim-not-changed");
        assertThat(state(order)).isEqualTo("failed");
    }

    private void activate() {
        transaction.executeWithoutResult(_ -> lines.activate(operator, identifier, application, person()));
    }

    private UUID mobile(HolderDetails person) {
        var number = LineIdentifier.parse(Service.MOBILE, TestApplicant.newLine());
        var asked = UUID.randomUUID();
        return transaction.execute(_ -> {
            lines.reserve(operator, number, asked);
            return lines.activate(operator, number, asked, person).id();
        });
    }

    private void equipment(UUID of, String kind, String value) {
        http.operator()
                .put()
                .uri("/v1/lines/equipment")
                .body(Map.of("line", lines.byId(of).orElseThrow().identifier().value(), "kind", kind, "value", value))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private JsonNode orderedSim(UUID of) {
        return post(
                        ORDERS,
                        order(
                                "modify",
                                Map.of(
                                        "id",
                                        of.toString(),
                                        "serviceCharacteristic",
                                        List.of(named("iccid", OTHER_SIM)))))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    /** How the holder is verified is not this test's matter. */
    private void verified(JsonNode order, HolderDetails person) {
        var asked = UUID.fromString(characteristic(order, "applicationId"));
        transaction.executeWithoutResult(_ -> {
            changes.verified(asked, person);
            jdbc.sql(
                            "update application set state = 'VERIFIED', outcome = 'VERIFIED', reasons = '', decided_at = :now where id = :id")
                    .param("now", SqlTime.of(clock.instant()))
                    .param("id", asked)
                    .update();
            events.publishEvent(new ApplicationVerified(UUID.randomUUID(), operator, asked, clock.instant()));
        });
    }

    private int heldSims(JsonNode order) {
        return jdbc.sql("select count(*) from audit_entry where type = 'service-order.sim-held' and subject_id = :id")
                .param("id", order.get("id").asString())
                .query(Integer.class)
                .single();
    }

    private static String sim(UUID line, String number) {
        return hlr(line).map(service -> service.get("serviceCharacteristic")).stream()
                .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
                .filter(one -> one.get("name").asString().equals(number))
                .map(one -> one.get("value").asString())
                .findFirst()
                .orElse("");
    }

    private static Optional<ObjectNode> hlr(UUID line) {
        return HLR.services(line.toString()).stream().reduce((_, last) -> last);
    }

    private static ActivationSandbox hlr() {
        try {
            return ActivationSandbox.start(0, new ActivationScript(null, null), TOKEN, Clock.systemUTC(), _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void limit(Set<Limit> limits) {
        transaction.executeWithoutResult(_ -> control.limit(line, application, limits));
    }

    private static HolderDetails person() {
        return new HolderDetails("Wang", "Fang", UUID.randomUUID().toString(), LocalDate.of(1980, 1, 2));
    }

    private static void awaitState(UUID line, String state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> hlr(line)
                        .map(service -> service.get("state").asString().equals(state))
                        .orElse(false));
    }

    private void awaitFailure(UUID line, String failure) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> open(line)
                        .map(one -> one.get("failure").asString("").equals(failure))
                        .orElse(false));
    }

    private void awaitNothingOpen() {
        await().atMost(Duration.ofSeconds(30)).until(() -> open(line).isEmpty());
    }

    private Optional<JsonNode> open(UUID line) {
        return StreamSupport.stream(get("/v1/activations").get("activations").spliterator(), false)
                .filter(one -> one.get("lineId").asString().equals(line.toString()))
                .findFirst();
    }

    private String limits() {
        return StreamSupport.stream(
                        hlr(line).orElseThrow().get("serviceCharacteristic").spliterator(), false)
                .filter(one -> one.get("name").asString().equals("limits"))
                .map(one -> one.get("value").toString())
                .findFirst()
                .orElse("[]");
    }
}
