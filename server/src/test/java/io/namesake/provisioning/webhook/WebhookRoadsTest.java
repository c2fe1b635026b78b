package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import io.namesake.application.ApplicationRefused;
import io.namesake.application.ApplicationVerified;
import io.namesake.application.ReviewRequested;
import io.namesake.decision.Reason;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.provisioning.webhook.DeliveryHistory.DeliveryStatus;
import io.namesake.registry.Limit;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineLimited;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineStatusChanged;
import io.namesake.registry.LineTransferred;
import io.namesake.registry.Service;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue as it is sent, and the roads beside the straight one: read again, replayed, dead, verified, rotated. */
class WebhookRoadsTest extends WebhookTest {
    private static final LineIdentifier LINE = LineIdentifier.parse(Service.MOBILE, "+8613800138000");
    private static final Set<EventType> ALL = EnumSet.allOf(EventType.class);

    @Autowired
    EventCatalogue catalogue;

    @Autowired
    EventLog log;

    @Autowired
    Replays replays;

    @Autowired
    DeadLetters letters;

    @Test
    void what_is_sent_is_as_its_schema_says_and_with_no_member_that_it_does_not_name() {
        endpoint();
        var line = UUID.randomUUID();
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));
        publish(new ApplicationRefused(
                UUID.randomUUID(), operator, application, List.of(Reason.FACE_DOES_NOT_MATCH), AT));
        publish(new ReviewRequested(
                UUID.randomUUID(), operator, application, List.of(Reason.ATTENDED_CHECK_REQUESTED), AT));
        publish(change(line, LineStatus.PENDING, LineStatus.ACTIVE));
        publish(change(line, LineStatus.ACTIVE, LineStatus.DEACTIVATED));
        publish(new LineLimited(UUID.randomUUID(), operator, line, LINE, EnumSet.allOf(Limit.class), AT));
        publish(new LineTransferred(UUID.randomUUID(), operator, line, LINE, UUID.randomUUID(), AT));

        await().atMost(Duration.ofSeconds(30)).until(() -> log.last(operator) == 7);
        var sent = events(7);
        assertThat(sent).extracting(CloudEvent::type).contains(EventType.LINE_ACTIVATED.cloudEventType());
        assertThat(sent).allSatisfy(event -> {
            var schema = catalogue.schema(event.type()).orElseThrow();
            var data = receiver.awaitRequests(7).stream()
                    .filter(request -> request.id().equals(event.id()))
                    .map(request -> JsonMapper.shared().readTree(request.body()).get("data"))
                    .findFirst()
                    .orElseThrow();
            assertThat(EventCatalogueTest.schema(schema.toString()).validate(data.toString(), InputFormat.JSON))
                    .as(event.type())
                    .isEmpty();
            assertThat(schema.get("properties").propertyNames()).containsAll(data.propertyNames());
        });
        assertThat(sent.stream().map(CloudEvent::type).distinct()).hasSize(7);
        assertThat(sent)
                .extracting(CloudEvent::sequence)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void a_line_that_is_switched_on_is_told_whatever_it_was_before_and_limited_or_not() {
        var told = List.of(
                change(UUID.randomUUID(), LineStatus.PENDING, LineStatus.ACTIVE),
                change(UUID.randomUUID(), LineStatus.PENDING, LineStatus.LIMITED),
                change(UUID.randomUUID(), LineStatus.UNVERIFIED, LineStatus.ACTIVE),
                change(UUID.randomUUID(), LineStatus.UNVERIFIED, LineStatus.LIMITED),
                change(UUID.randomUUID(), LineStatus.DEACTIVATED, LineStatus.ACTIVE),
                change(UUID.randomUUID(), LineStatus.DEACTIVATED, LineStatus.LIMITED),
                change(UUID.randomUUID(), LineStatus.DEACTIVATED, LineStatus.UNVERIFIED));
        told.forEach(this::publish);
        await().atMost(Duration.ofSeconds(30)).until(() -> log.last(operator) == told.size());

        var sent = events(told.size());
        assertThat(sent).extracting(CloudEvent::type).containsOnly(EventType.LINE_ACTIVATED.cloudEventType());
        assertThat(sent)
                .extracting(
                        CloudEvent::subject, event -> event.data().get("status").toString())
                .containsExactlyInAnyOrderElementsOf(told.stream()
                        .map(change -> Tuple.tuple(
                                change.lineId().toString(), change.to().name()))
                        .toList());
        var schema = EventCatalogueTest.schema(catalogue
                .schema(EventType.LINE_ACTIVATED.cloudEventType())
                .orElseThrow()
                .toString());
        assertThat(sent)
                .allSatisfy(event -> assertThat(
                                schema.validate(JsonMapper.shared().writeValueAsString(event.data()), InputFormat.JSON))
                        .isEmpty());
    }

    @Test
    void a_line_that_stays_on_is_not_told_to_be_switched_on() {
        publish(change(UUID.randomUUID(), LineStatus.ACTIVE, LineStatus.LIMITED));
        publish(change(UUID.randomUUID(), LineStatus.LIMITED, LineStatus.ACTIVE));
        publish(change(UUID.randomUUID(), LineStatus.ACTIVE, LineStatus.UNVERIFIED));
        publish(change(UUID.randomUUID(), LineStatus.DEACTIVATED, LineStatus.PENDING));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from event_publication where serialized_event like :operator")
                                .param("operator", "%" + operator.value() + "%")
                                .query(Integer.class)
                                .single()
                        == 0);

        assertThat(log.last(operator)).isZero();
    }

    @Test
    void a_replay_sends_the_same_events_again_under_the_ids_they_had() {
        var endpoint = endpoint();
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));
        awaitDelivery(endpoint, delivery -> delivery.status() == DeliveryStatus.DELIVERED);

        var replayed = replays.replay(operator, null, Optional.of(new Cursor(0)), null, ALL);

        assertThat(replayed.deliveries()).isOne();
        var requests = receiver.awaitRequests(2);
        assertThat(requests.getLast().id()).isEqualTo(requests.getFirst().id());
        assertThat(requests.getLast().body()).isEqualTo(requests.getFirst().body());
        assertThat(replays.replay(operator, null, Optional.of(new Cursor(1)), null, ALL)
                        .deliveries())
                .isZero();
    }

    @Test
    void a_cursor_whose_next_events_are_erased_is_told_so() {
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));
        publish(new ApplicationVerified(UUID.randomUUID(), operator, UUID.randomUUID(), AT));
        await().atMost(Duration.ofSeconds(30)).until(() -> log.last(operator) == 2);
        jdbc.sql("delete from operator_event where operator_id = :operator and number = 1")
                .param("operator", operator.value())
                .update();

        assertThatThrownBy(() -> Cursor.start(Optional.of(new Cursor(0)), log, operator, 2))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.EVENTS_EXPIRED));
        assertThat(Cursor.start(Optional.of(new Cursor(1)), log, operator, 2)).isOne();
        assertThat(Cursor.start(Optional.empty(), log, operator, 2)).isOne();
    }

    @Test
    void a_dead_letter_is_delivered_anew_or_dropped_and_both_are_logged() {
        var endpoint = endpoint();
        var id = endpoint.endpoint().id();
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));
        awaitDelivery(endpoint, delivery -> delivery.status() == DeliveryStatus.DELIVERED);
        die(id);
        var event = letters.list(operator, id, null, 10).getFirst().eventId();

        assertThat(letters.redeliver(operator, id, event)).isOne();
        awaitDelivery(endpoint, delivery -> delivery.status() == DeliveryStatus.DELIVERED);
        assertThat(receiver.awaitRequests(2))
                .extracting(TestReceiver.Request::id)
                .containsOnly(event);

        die(id);
        letters.drop(operator, id, event);
        assertThat(letters.list(operator, id, null, 10)).isEmpty();
        assertThatThrownBy(() -> letters.drop(operator, id, event)).isInstanceOf(Problem.class);
        assertThat(jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                        .param("id", id.toString())
                        .query(String.class)
                        .list())
                .containsSubsequence("webhook-dead-letter.redelivered", "webhook-dead-letter.dropped");
    }

    @Test
    void who_does_not_echo_the_challenge_is_told_nothing() {
        for (var answer : List.of("", "{}", "{\"challenge\": \"another\"}", "not json")) {
            receiver.echoes(_ -> answer);
            var created = endpoints.create(operator, EndpointUrl.parse(receiver.url()), Optional.empty(), ALL);
            assertThat(challenge.verify(operator, created.endpoint()).error()).contains("not-echoed");
        }
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));

        await().atMost(Duration.ofSeconds(30)).until(() -> log.last(operator) == 1);
        assertThat(jdbc.sql("select count(*) from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id"
                                + " where e.operator_id = :operator")
                        .param("operator", operator.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void both_secrets_sign_until_the_overlap_ends_and_then_the_old_one_is_erased() {
        var endpoint = endpoint();
        var id = endpoint.endpoint().id();
        var fresh = endpoints.rotate(operator, id, Duration.ofHours(1));
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));

        var during = receiver.awaitRequests(1).getLast();
        assertThat(during.isSignedWith(fresh.serialised())).isTrue();
        assertThat(during.isSignedWith(endpoint.secret().serialised())).isTrue();

        pass(Duration.ofHours(2));
        publish(new ApplicationVerified(UUID.randomUUID(), operator, UUID.randomUUID(), AT));
        var after = receiver.awaitRequests(2).getLast();
        assertThat(after.isSignedWith(fresh.serialised())).isTrue();
        assertThat(after.isSignedWith(endpoint.secret().serialised())).isFalse();
        endpoints.forgetPreviousSecrets();
        assertThat(jdbc.sql("select sealed_previous_secret is null from webhook_endpoint where id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private List<CloudEvent> events(int number) {
        return log.read(operator, 0, number, ALL, 100).stream()
                .map(entry -> catalogue.parse(entry.body()))
                .toList();
    }

    /** As if the last attempt had failed. */
    private void die(UUID endpoint) {
        jdbc.sql("update webhook_delivery set status = 'GIVEN_UP', next_attempt_at = null where endpoint_id = :id")
                .param("id", endpoint)
                .update();
    }

    private LineStatusChanged change(UUID line, LineStatus from, LineStatus to) {
        return new LineStatusChanged(
                UUID.randomUUID(), operator, line, LINE, Service.MOBILE, from, to, AT, application);
    }
}
