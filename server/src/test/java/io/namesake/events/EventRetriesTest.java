package io.namesake.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.NamesakeTest;
import io.namesake.access.OperatorId;
import io.namesake.application.ApplicationVerified;
import io.namesake.database.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.config.StalenessProperties;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.EventSerializer;

/** What a listener failed at is heard in the end, whatever other listeners fail at, and whether or not the failure was noted. */
@NamesakeTest
class EventRetriesTest {
    private static final String WEBHOOKS =
            "io.namesake.provisioning.webhook.EventListeners.on(io.namesake.application.ApplicationVerified)";
    /** Fails each time, since nobody is called so. */
    private static final String DOWN = "io.namesake.events.EventRetriesTest.down()";

    private final OperatorId operator = new OperatorId(UUID.randomUUID());

    @Autowired
    EventRetries retries;

    @Autowired
    EventPublicationRegistry registry;

    @Autowired
    StalenessProperties staleness;

    @Autowired
    EventSerializer serializer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @AfterEach
    void forget() {
        jdbc.sql("delete from event_publication where listener_id = :listener")
                .param("listener", DOWN)
                .update();
    }

    @Test
    void a_listener_with_a_long_queue_keeps_no_other_from_being_tried_again() {
        for (int number = 0; number < 101; number++) {
            published(DOWN, Status.FAILED, Duration.ofDays(2));
        }
        published(WEBHOOKS, Status.FAILED, Duration.ofDays(1));

        retries.retry();

        awaitHeard();
    }

    @Test
    void an_event_at_which_a_listener_fails_for_ever_does_not_hold_up_its_next_ones() {
        for (int number = 0; number < 101; number++) {
            published(DOWN, Status.FAILED, Duration.ofDays(2));
        }

        retries.retry();
        retries.retry();

        assertThat(jdbc.sql(
                                "select count(*) from event_publication where listener_id = :listener and last_resubmission_date is null")
                        .param("listener", DOWN)
                        .query(Integer.class)
                        .single())
                .as("never tried again")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"PUBLISHED", "PROCESSING", "RESUBMITTED"})
    void what_nobody_could_note_as_failed_is_heard_all_the_same(Status status) {
        assertThat(staleness.getStaleness(status)).isPositive();
        published(WEBHOOKS, status, Duration.ofDays(1));

        registry.markStalePublicationsFailed(staleness);
        retries.retry();

        awaitHeard();
    }

    @Test
    void what_is_under_way_is_left_alone() {
        var id = published(DOWN, Status.PROCESSING, Duration.ofSeconds(30));

        registry.markStalePublicationsFailed(staleness);

        assertThat(jdbc.sql("select status from event_publication where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("PROCESSING");
    }

    private UUID published(String listener, Status status, Duration ago) {
        var id = UUID.randomUUID();
        var event = new ApplicationVerified(UUID.randomUUID(), operator, UUID.randomUUID(), clock.instant());
        jdbc.sql("""
                        insert into event_publication
                            (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
                        values (:id, :listener, :type, :event, :at, :status, 1)
                        """)
                .param("id", id)
                .param("listener", listener)
                .param("type", ApplicationVerified.class.getName())
                .param("event", serializer.serialize(event).toString())
                .param("at", SqlTime.of(clock.instant().minus(ago)))
                .param("status", status.name())
                .update();
        return id;
    }

    private void awaitHeard() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from operator_event where operator_id = :operator")
                                .param("operator", operator.value())
                                .query(Integer.class)
                                .single()
                        == 1);
    }
}
