package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.application.ApplicationRefused;
import io.namesake.application.ApplicationVerified;
import io.namesake.application.ReviewRequested;
import io.namesake.decision.Reason;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** From a decision to the receiver, through the event registry, the database, the worker and HTTP. */
class WebhookDeliveryTest extends WebhookTest {

    @Autowired
    Lines lines;

    @Autowired
    JsonMapper json;

    @Test
    void an_activated_line_is_told_with_a_signature_and_without_anything_personal() {
        var endpoint = endpoint();
        var line = LineIdentifier.parse(Service.MOBILE, "+8613800138000");

        transaction.executeWithoutResult(status -> {
            lines.reserve(operator, line, application);
            lines.activate(
                    operator,
                    line,
                    application,
                    new HolderDetails("Zhang", "Sanfeng", "11010519491231002X", LocalDate.of(1949, 12, 31)));
        });

        var request = receiver.awaitRequests(1).getFirst();
        assertThat(request.isSignedWith(endpoint.secret().serialised())).isTrue();
        assertThat(request.id()).matches("evt_[0-9a-f-]{36}");
        var body = json.readTree(request.body());
        assertThat(body.propertyNames())
                .containsExactly(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "dataschema",
                        "sequence",
                        "data");
        assertThat(body.get("type").asString()).isEqualTo("io.namesake.line.activated.v1");
        assertThat(body.get("data").propertyNames())
                .containsExactly("line", "service", "since", "status", "applicationId");
        assertThat(body.get("data").get("line").asString()).isEqualTo("+8613800138000");
        assertThat(body.get("data").get("status").asString()).isEqualTo("ACTIVE");
        assertThat(body.get("data").get("applicationId").asString()).isEqualTo(application.toString());
        assertThat(body.get("id").asString()).isEqualTo(request.id());
        assertThat(body.get("time")).isEqualTo(body.get("data").get("since"));
        assertThat(request.body()).doesNotContain("Zhang", "Sanfeng", "1949", "11010519");
    }

    @Test
    void each_decision_is_told_with_its_outcome_and_reasons() {
        endpoint();

        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));
        assertThat(receiver.awaitRequests(1).getLast().body()).endsWith(body("VERIFIED", ""));

        publish(new ApplicationRefused(
                UUID.randomUUID(),
                operator,
                application,
                List.of(Reason.FACE_DOES_NOT_MATCH, Reason.DOCUMENT_EXPIRED),
                AT));
        assertThat(receiver.awaitRequests(2).getLast().body())
                .endsWith(body("REFUSED", "\"FACE_DOES_NOT_MATCH\",\"DOCUMENT_EXPIRED\""));

        publish(new ReviewRequested(
                UUID.randomUUID(), operator, application, List.of(Reason.ATTENDED_CHECK_REQUESTED), AT));
        assertThat(receiver.awaitRequests(3).getLast().body()).endsWith(body("REVIEW", "\"ATTENDED_CHECK_REQUESTED\""));
    }

    @Test
    void the_same_event_heard_twice_is_told_once() {
        endpoint();
        var event = new ApplicationVerified(UUID.randomUUID(), operator, application, AT);

        publish(event);
        publish(event);
        publish(new ApplicationVerified(UUID.randomUUID(), operator, UUID.randomUUID(), AT));

        receiver.awaitRequests(2);
        assertThat(jdbc.sql(
                                "select count(*) from webhook_delivery join webhook_endpoint on webhook_endpoint.id = endpoint_id"
                                        + " where operator_id = :operator")
                        .param("operator", operator.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(receiver.requests()).extracting(TestReceiver.Request::id).doesNotHaveDuplicates();
    }

    @Test
    void attempts_are_counted_by_their_outcome() {
        var timer = meters.timer("namesake.webhook.attempts", "outcome", "delivered");
        var before = timer.count();
        endpoint();
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));

        await().untilAsserted(() -> assertThat(timer.count()).isGreaterThan(before));
    }

    private String body(String outcome, String reasons) {
        return "\"data\":{\"applicationId\":\"%s\",\"outcome\":\"%s\",\"reasons\":[%s],\"decidedAt\":\"%s\"}}"
                .formatted(application, outcome, reasons, AT);
    }
}
