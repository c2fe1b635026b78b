package io.namesake.provisioning.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.access.OperatorId;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.provisioning.activation.ActivationSandbox.Mood;
import io.namesake.provisioning.tmforum.TmForumTest;
import io.namesake.registry.EndCause;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Limit;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** TMF640: the operator's activation server stands as its lines do, whatever fails in between. */
@NamesakeTest
class ActivationTest extends TmForumTest {
    private static final ActivationSandbox HLR = new ActivationSandbox();

    @Autowired
    Lines lines;

    @Autowired
    LineControl control;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private final UUID application = UUID.randomUUID();
    private final LineIdentifier identifier =
            LineIdentifier.parse(Service.INTERNET, UUID.randomUUID() + "@isp.example");
    private OperatorId operator;
    private UUID line;

    @DynamicPropertySource
    static void a_server(DynamicPropertyRegistry properties) {
        properties.add("namesake.activation.servers[0].operator", () -> "Test Telecom");
        properties.add("namesake.activation.servers[0].url", HLR::url);
        properties.add("namesake.activation.servers[0].token", () -> ActivationSandbox.TOKEN);
        properties.add("namesake.activation.poll-interval", () -> "100ms");
        properties.add("namesake.activation.retry-delays", () -> "1h,1h,1h");
    }

    @AfterAll
    static void close() {
        HLR.close();
    }

    @BeforeEach
    void a_line_that_is_asked_for() {
        HLR.is(Mood.WELL);
        operator = new OperatorId(operator());
        line = transaction.execute(
                _ -> lines.reserve(operator, identifier, application).id());
    }

    @Test
    void an_order_is_held_then_in_progress_while_the_server_is_down_and_completed_once_it_was_told() {
        HLR.is(Mood.DOWN);
        var order = ordered(TestApplicant.newLine());
        var ordered =
                UUID.fromString(now(order).at("/serviceOrderItem/0/service/id").asString());
        assertThat(state(order)).isEqualTo("held");
        var applicant = applicant(order);
        applicant.consent(http).expectStatus().isOk();
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(HLR.of(ordered)).as("nobody is verified, so nothing is told").isEmpty();

        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(state(order)).isEqualTo("inProgress");
        awaitFailure(ordered, "http-503");
        HLR.is(Mood.WELL);
        clock.advance(Duration.ofHours(2));

        awaitState(ordered, "active");
        await().atMost(Duration.ofSeconds(30)).until(() -> state(order).equals("completed"));
        assertThat(HLR.changes().toString()).doesNotContain("Muster", "Erika", "C01X00T47");
    }

    @Test
    void a_line_is_activated_limited_freed_and_terminated_as_one_service() {
        activate();
        awaitState(line, "active");
        limit(EnumSet.of(Limit.OUTGOING, Limit.DATA));
        await().atMost(Duration.ofSeconds(30)).until(() -> limits().equals("[\"OUTGOING\",\"DATA\"]"));
        assertThat(HLR.of(line).orElseThrow().get("state").asString())
                .as("emergency calls always work")
                .isEqualTo("active");
        limit(Set.of());
        await().atMost(Duration.ofSeconds(30)).until(() -> limits().equals("[]"));
        transaction.executeWithoutResult(_ -> control.deactivate(
                line, application, EndCause.DEACTIVATED, clock.instant().plus(Duration.ofDays(90))));

        awaitState(line, "terminated");
        assertThat(HLR.count(line)).isOne();
        awaitNothingOpen();
    }

    @Test
    void an_answer_that_was_lost_makes_no_second_service() {
        HLR.is(Mood.FORGETFUL);
        activate();
        awaitFailure(line, "http-504");
        HLR.is(Mood.WELL);
        clock.advance(Duration.ofHours(2));

        awaitNothingOpen();
        assertThat(HLR.count(line)).isOne();
    }

    @Test
    void what_the_server_does_later_counts_once_it_is_done() {
        HLR.is(Mood.LATER);
        activate();
        awaitFailure(line, "in-progress");
        clock.advance(Duration.ofHours(2));

        awaitNothingOpen();
        assertThat(HLR.count(line)).isOne();
    }

    @Test
    void what_could_not_be_told_is_listed_and_told_anew_when_an_engineer_asks() {
        HLR.is(Mood.DOWN);
        activate();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            clock.advance(Duration.ofHours(2));
            return open(line).map(one -> one.get("nextAttemptAt").isNull()).orElse(false);
        });
        assertThat(open(line).orElseThrow().get("failures").asInt()).isEqualTo(4);
        HLR.is(Mood.WELL);

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
        assertThat(HLR.of(theirs)).isEmpty();
    }

    private void activate() {
        transaction.executeWithoutResult(_ -> lines.activate(operator, identifier, application, person()));
    }

    private void limit(Set<Limit> limits) {
        transaction.executeWithoutResult(_ -> control.limit(line, application, limits));
    }

    private static HolderDetails person() {
        return new HolderDetails("Wang", "Fang", UUID.randomUUID().toString(), LocalDate.of(1980, 1, 2));
    }

    private static void awaitState(UUID line, String state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> HLR.of(line)
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

    private java.util.Optional<JsonNode> open(UUID line) {
        return StreamSupport.stream(get("/v1/activations").get("activations").spliterator(), false)
                .filter(one -> one.get("lineId").asString().equals(line.toString()))
                .findFirst();
    }

    private String limits() {
        return StreamSupport.stream(
                        HLR.of(line).orElseThrow().get("serviceCharacteristic").spliterator(), false)
                .filter(one -> one.get("name").asString().equals("limits"))
                .map(one -> one.get("value").toString())
                .findFirst()
                .orElse("[]");
    }
}
