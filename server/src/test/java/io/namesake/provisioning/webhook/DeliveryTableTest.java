package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import io.namesake.access.OperatorId;
import io.namesake.provisioning.outbox.Share;
import io.namesake.provisioning.webhook.Attempt.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;

class DeliveryTableTest {
    private static final Instant NOW = Instant.parse("2026-11-23T17:40:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Share TEN = Share.of(10, 10, 10);
    private static final Set<EventType> EVERYTHING = EnumSet.allOf(EventType.class);

    private final MigratedDatabase database = MigratedDatabase.create();
    private final DeliveryTable deliveries = new DeliveryTable(database.jdbc());
    private final EndpointTable endpoints = new EndpointTable(database.jdbc());
    private final OperatorId operator = new OperatorId(UUID.randomUUID());

    @Test
    void an_event_goes_once_to_every_endpoint_of_the_operator_that_wants_it() {
        var all = endpoint(operator, EVERYTHING);
        var lines = endpoint(operator, EnumSet.of(EventType.LINE_ACTIVATED));
        endpoint(operator, EnumSet.of(EventType.APPLICATION_REFUSED));
        endpoint(new OperatorId(UUID.randomUUID()), EVERYTHING);
        endpoints.disable(endpoint(operator, EVERYTHING), NOW);

        assertThat(add("evt_1")).isEqualTo(2);
        assertThat(add("evt_1")).as("heard again after a crash").isZero();

        assertThat(lease(10)).extracting(Delivery::endpointId).containsExactlyInAnyOrder(all, lines);
    }

    @Test
    void what_one_worker_has_no_other_takes() throws Exception {
        for (int i = 0; i < 5; i++) {
            endpoint(operator, EVERYTHING);
        }
        Stream.iterate(1, i -> i + 1).limit(20).forEach(i -> add("evt_" + i));

        var taken = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var workers = threads.invokeAll(Stream.<Callable<List<Delivery>>>generate(() -> () -> {
                        var mine = new ArrayList<Delivery>();
                        for (int i = 0; i < 10; i++) {
                            mine.addAll(deliveries.lease(NOW, LEASE, 7, new Share(100, 100, 0)));
                        }
                        return mine;
                    })
                    .limit(4)
                    .toList());
            for (var worker : workers) {
                worker.get().forEach(delivery -> taken.add(delivery.id()));
            }
        }

        assertThat(taken).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void what_a_dead_worker_had_is_taken_over_with_the_same_event_id_when_its_lease_ran_out() {
        endpoint(operator, EVERYTHING);
        add("evt_1");

        assertThat(lease(10)).hasSize(1);
        assertThat(deliveries.lease(NOW.plus(LEASE).minusMillis(1), LEASE, 10, TEN))
                .isEmpty();
        assertThat(deliveries.lease(NOW.plus(LEASE), LEASE, 10, TEN))
                .extracting(Delivery::eventId)
                .containsExactly("evt_1");
    }

    @Test
    void what_was_given_back_untried_can_be_taken_at_once() {
        endpoint(operator, EVERYTHING);
        add("evt_1");
        deliveries.unlease(lease(10).getFirst());

        assertThat(lease(10)).hasSize(1);
    }

    @Test
    void a_slow_endpoint_leaves_a_share_free_and_the_others_go_on() {
        var slow = endpoint(operator, EnumSet.of(EventType.LINE_ACTIVATED));
        for (int i = 0; i < 50; i++) {
            add("evt_" + i);
        }
        var other = endpoint(operator, EnumSet.of(EventType.APPLICATION_REFUSED));
        deliveries.add(operator, "evt_other", EventType.APPLICATION_REFUSED, "{}", NOW);

        var first = deliveries.lease(NOW, LEASE, 16, Share.of(16, 4, 16));
        var second = deliveries.lease(NOW, LEASE, 4, Share.of(16, 4, 16));

        assertThat(first)
                .extracting(Delivery::endpointId)
                .contains(other)
                .areExactly(11, new Condition<>(slow::equals, "to the slow one"))
                .hasSize(12);
        assertThat(second).isEmpty();
        deliveries.delivered(first.stream()
                .filter(d -> d.endpointId().equals(slow))
                .findFirst()
                .orElseThrow());
        assertThat(deliveries.lease(NOW, LEASE, 5, Share.of(16, 4, 16)))
                .extracting(Delivery::endpointId)
                .containsExactly(slow);
        deliveries.add(operator, "evt_next", EventType.APPLICATION_REFUSED, "{}", NOW);
        assertThat(deliveries.lease(NOW, LEASE, 4, Share.of(16, 4, 16)))
                .extracting(Delivery::endpointId)
                .containsExactly(other);
    }

    @Test
    void what_nobody_needs_for_a_share_goes_to_the_operator_with_the_fewest_under_way() {
        for (int i = 0; i < 20; i++) {
            endpoint(operator, EVERYTHING);
            add("evt_" + i);
        }
        var other = new OperatorId(UUID.randomUUID());
        var living = endpoint(other, EVERYTHING);
        for (int i = 0; i < 20; i++) {
            deliveries.add(other, "evt_other_" + i, EventType.LINE_ACTIVATED, "{}", NOW.plusMillis(1));
        }

        assertThat(deliveries.lease(NOW.plusMillis(1), LEASE, 32, Share.of(32, 4, 12)))
                .extracting(Delivery::endpointId)
                .hasSize(28)
                .areExactly(14, new Condition<>(living::equals, "to the only endpoint of the other"));
    }

    @Test
    void another_servers_places_are_not_left_empty_for_want_of_somebody_else() {
        for (int i = 0; i < 20; i++) {
            endpoint(operator, EVERYTHING);
            add("evt_" + i);
        }

        assertThat(deliveries.lease(NOW, LEASE, 16, Share.of(16, 4, 12))).hasSize(12);
        assertThat(deliveries.lease(NOW, LEASE, 4, Share.of(16, 4, 12))).isEmpty();
        assertThat(deliveries.lease(NOW, LEASE, 16, Share.of(16, 4, 12)))
                .as("of another server")
                .hasSize(12);
    }

    @Test
    void silent_endpoints_keep_nobody_from_being_told_as_soon_as_one_of_them_was_given_up() {
        for (int i = 0; i < 20; i++) {
            endpoint(operator, EVERYTHING);
        }
        for (int i = 0; i < 20; i++) {
            add("evt_" + i);
        }
        var silent = deliveries.lease(NOW, LEASE, 16, Share.of(16, 4, 16));
        var other = new OperatorId(UUID.randomUUID());
        var living = endpoint(other, EVERYTHING);
        deliveries.add(other, "evt_other", EventType.LINE_ACTIVATED, "{}", NOW.plusSeconds(1));

        assertThat(silent)
                .as("each endpoint gets one before any gets another")
                .extracting(Delivery::endpointId)
                .hasSize(16)
                .doesNotHaveDuplicates();
        deliveries.tryAgain(silent.getFirst(), NOW.plusSeconds(5));
        for (int i = 0; i < 5; i++) {
            deliveries.lease(NOW, LEASE, 1, Share.of(16, 4, 20));
        }
        assertThat(deliveries.lease(NOW.plusSeconds(1), LEASE, 1, Share.of(16, 4, 30)))
                .as("none under way, though the others were due before")
                .extracting(Delivery::endpointId)
                .containsExactly(living);
    }

    @Test
    void an_operator_gets_only_its_share_however_many_endpoints_it_has() {
        for (int i = 0; i < 20; i++) {
            endpoint(operator, EVERYTHING);
        }
        add("evt_1");
        var other = new OperatorId(UUID.randomUUID());
        var living = endpoint(other, EVERYTHING);

        assertThat(deliveries.lease(NOW, LEASE, 16, Share.of(16, 4, 12))).hasSize(12);
        assertThat(deliveries.lease(NOW, LEASE, 4, Share.of(16, 4, 12))).isEmpty();

        deliveries.add(other, "evt_other", EventType.LINE_ACTIVATED, "{}", NOW);
        assertThat(deliveries.lease(NOW, LEASE, 4, Share.of(16, 4, 12)))
                .extracting(Delivery::endpointId)
                .containsExactly(living);
    }

    @Test
    void what_waits_for_its_time_is_not_taken_before() {
        endpoint(operator, EVERYTHING);
        add("evt_1");
        deliveries.tryAgain(lease(10).getFirst(), NOW.plusSeconds(5));

        assertThat(deliveries.lease(NOW.plusSeconds(4), LEASE, 10, TEN)).isEmpty();
        assertThat(deliveries.lease(NOW.plusSeconds(5), LEASE, 10, TEN))
                .extracting(Delivery::failures)
                .containsExactly(1);
    }

    @Test
    void a_worker_whose_lease_ran_out_cannot_put_off_what_another_has_now() {
        endpoint(operator, EVERYTHING);
        add("evt_1");
        var late = lease(10).getFirst();
        var current = deliveries.lease(NOW.plus(LEASE), LEASE, 10, TEN).getFirst();

        deliveries.tryAgain(late, NOW.plusSeconds(9999));
        deliveries.giveUp(late);
        deliveries.unlease(late);

        assertThat(deliveries.lease(NOW.plus(LEASE), LEASE, 10, TEN)).isEmpty();
        deliveries.delivered(current);
        assertThat(status()).isEqualTo("DELIVERED");
    }

    @Test
    void a_success_counts_even_when_the_lease_ran_out_meanwhile() {
        endpoint(operator, EVERYTHING);
        add("evt_1");
        var late = lease(10).getFirst();
        deliveries.lease(NOW.plus(LEASE), LEASE, 10, TEN);

        deliveries.delivered(late);

        assertThat(status()).isEqualTo("DELIVERED");
    }

    @Test
    void an_attempt_at_an_endpoint_that_was_deleted_meanwhile_is_forgotten() {
        var endpoint = endpoint(operator, EVERYTHING);
        add("evt_1");
        var delivery = lease(10).getFirst();
        endpoints.delete(operator, endpoint);

        deliveries.record(delivery, new Attempt(NOW, Duration.ofMillis(3), new Answered(200, Duration.ZERO)));
        deliveries.delivered(delivery);

        assertThat(database.jdbc()
                        .sql("select count(*) from webhook_attempt")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int add(String eventId) {
        return deliveries.add(operator, eventId, EventType.LINE_ACTIVATED, "{}", NOW);
    }

    private List<Delivery> lease(int most) {
        return deliveries.lease(NOW, LEASE, most, TEN);
    }

    private UUID endpoint(OperatorId owner, Set<EventType> types) {
        var id = UUID.randomUUID();
        endpoints.add(
                owner,
                new WebhookEndpoint(
                        id,
                        "http://localhost/",
                        Optional.empty(),
                        EndpointForm.CLOUDEVENTS,
                        types,
                        NOW,
                        Optional.of(NOW),
                        Optional.empty(),
                        Optional.empty()),
                null,
                new byte[] {1});
        return id;
    }

    private String status() {
        return database.jdbc()
                .sql("select status from webhook_delivery")
                .query(String.class)
                .single();
    }
}
