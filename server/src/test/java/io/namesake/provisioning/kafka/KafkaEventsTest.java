package io.namesake.provisioning.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.NamesakeTest;
import io.namesake.access.OperatorId;
import io.namesake.application.ApplicationVerified;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineStatusChanged;
import io.namesake.registry.Service;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server with a broker that is Apache Kafka's own. */
@NamesakeTest
class KafkaEventsTest {
    private static final String TOPIC = "operators.namesake";
    private static final Instant AT = Instant.parse("2026-11-23T17:40:00Z");
    private static final LineIdentifier LINE = LineIdentifier.parse(Service.MOBILE, "+8613800138000");

    @TempDir
    static Path directory;

    private static TestBroker broker;

    private final OperatorId operator = new OperatorId(UUID.randomUUID());

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FailedEventPublications failed;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void a_broker(DynamicPropertyRegistry properties) {
        broker = new TestBroker(directory);
        properties.add("namesake.kafka.bootstrap-servers", broker::address);
        properties.add("namesake.kafka.topic", () -> TOPIC);
        // Gives up soon, so that the test of that need not wait.
        properties.add("namesake.kafka.producer[max.block.ms]", () -> 1000);
        properties.add("namesake.kafka.producer[request.timeout.ms]", () -> 1000);
        properties.add("namesake.kafka.producer[delivery.timeout.ms]", () -> 2000);
        properties.add("namesake.kafka.producer[reconnect.backoff.max.ms]", () -> 200);
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @Test
    void a_message_is_the_cloud_event_that_webhooks_carry_and_nothing_else() {
        var line = UUID.randomUUID();
        publish(change(line, LineStatus.PENDING, LineStatus.ACTIVE));

        var message = awaitMessages(1).getFirst();

        assertThat(text(message.value()))
                .isEqualTo(jdbc.sql("select body from operator_event where operator_id = :operator")
                        .param("operator", operator.value())
                        .query(String.class)
                        .single());
        var event = event(message);
        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("type").asString()).isEqualTo("io.namesake.line.activated.v1");
        assertThat(event.get("data").propertyNames())
                .containsExactlyInAnyOrder("line", "service", "since", "status", "applicationId");
    }

    @Test
    void a_message_is_in_the_structured_mode_of_cloud_events_binding_to_kafka() {
        publish(new ApplicationVerified(UUID.randomUUID(), operator, UUID.randomUUID(), AT));

        var headers = awaitMessages(1).getFirst().headers().toArray();

        assertThat(headers).singleElement().satisfies(header -> {
            assertThat(header.key()).isEqualTo("content-type");
            assertThat(text(header.value())).isEqualTo("application/cloudevents+json; charset=UTF-8");
        });
    }

    @Test
    void events_of_one_line_lie_in_one_partition_and_tell_their_order() {
        var line = UUID.randomUUID();
        publish(change(line, LineStatus.PENDING, LineStatus.ACTIVE));
        awaitMessages(1);
        publish(change(line, LineStatus.ACTIVE, LineStatus.DEACTIVATED));
        awaitMessages(2);
        publish(new ApplicationVerified(UUID.randomUUID(), operator, UUID.randomUUID(), AT));

        var ofTheLine = awaitMessages(3).stream()
                .filter(message -> message.key().equals(line.toString()))
                .toList();

        assertThat(ofTheLine).hasSize(2);
        assertThat(ofTheLine)
                .extracting(ConsumerRecord::partition)
                .containsOnly(ofTheLine.getFirst().partition());
        assertThat(ofTheLine)
                .extracting(message -> event(message).get("sequence").asString())
                .containsExactly("0000000000000000001", "0000000000000000002");
    }

    @Test
    void what_happens_while_the_broker_is_down_waits_in_the_database_and_is_sent_when_it_is_back() {
        broker.stop();
        publish(new ApplicationVerified(UUID.randomUUID(), operator, UUID.randomUUID(), AT));
        await().atMost(Duration.ofMinutes(1)).until(() -> waiting("FAILED") == 1);
        // Everybody else was told meanwhile.
        assertThat(jdbc.sql("select count(*) from operator_event where operator_id = :operator")
                        .param("operator", operator.value())
                        .query(Integer.class)
                        .single())
                .isOne();
        broker.start();

        // As the server itself does every few seconds; on a busy machine the broker may not be ready at the first time.
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    failed.resubmit(ResubmissionOptions.defaults());
                    return waiting(null) == 0;
                });

        assertThat(awaitMessages(1))
                .extracting(message -> event(message).get("id"))
                .containsOnly(event(awaitMessages(1).getFirst()).get("id"));
    }

    private int waiting(String status) {
        return jdbc.sql("""
                        select count(*) from event_publication
                        where serialized_event like :operator and event_type like '%EventRecorded'
                            and (:any or status = :status)
                        """)
                .param("operator", "%" + operator.value() + "%")
                .param("any", status == null)
                .param("status", status == null ? "" : status)
                .query(Integer.class)
                .single();
    }

    private List<ConsumerRecord<String, byte[]>> awaitMessages(int count) {
        return await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(
                        () -> broker.read(TOPIC).stream()
                                .filter(message -> text(message.value())
                                        .contains(operator.value().toString()))
                                .toList(),
                        found -> found.size() >= count);
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(_ -> events.publishEvent(event));
    }

    private LineStatusChanged change(UUID line, LineStatus from, LineStatus to) {
        return new LineStatusChanged(
                UUID.randomUUID(), operator, line, LINE, Service.MOBILE, from, to, AT, UUID.randomUUID());
    }

    private static JsonNode event(ConsumerRecord<String, byte[]> message) {
        return JsonMapper.shared().readTree(message.value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
