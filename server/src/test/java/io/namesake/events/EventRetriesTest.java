package io.namesake.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.NamesakeTest;
import io.namesake.access.OperatorId;
import io.namesake.application.ApplicationVerified;
import io.namesake.database.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What a listener failed at is heard in the end, whatever other listeners fail at, and whether or not the failure was noted. */
@NamesakeTest
@ExtendWith(OutputCaptureExtension.class)
class EventRetriesTest {
    private static final String WEBHOOKS =
            "io.namesake.provisioning.webhook.EventListeners.on(io.namesake.application.ApplicationVerified)";
    /** Fails each time, since nobody is called so. */
    private static final String DOWN = "io.namesake.events.EventRetriesTest.down()";
    /** As after a newer server, with events of its own, was set back. */
    private static final String GONE = "io.namesake.Gone";

    private static final String UNREADABLE = "[\"another time\"]";

    private final OperatorId operator = new OperatorId(UUID.randomUUID());

    @Autowired
    EventRetries retries;

    @Autowired
    EventPublicationRepository repository;

    @Autowired
    List<ScheduledTaskHolder> scheduled;

    @Autowired
    EventSerializer serializer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @AfterEach
    void forget() {
        jdbc.sql(
                        "delete from event_publication where listener_id = :listener or event_type = :type or serialized_event = :event")
                .param("listener", DOWN)
                .param("type", GONE)
                .param("event", UNREADABLE)
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
                                "select count(*) from event_publication where listener_id = :listener and completion_attempts = 1")
                        .param("listener", DOWN)
                        .query(Integer.class)
                        .single())
                .as("never tried again")
                .isZero();
    }

    @Test
    void events_that_this_server_does_not_know_hold_up_nothing_else(CapturedOutput log) {
        for (int number = 0; number < 101; number++) {
            stored(WEBHOOKS, GONE, UNREADABLE, Status.FAILED, Duration.ofDays(2), Duration.ofDays(2));
        }
        published(WEBHOOKS, Status.FAILED, Duration.ofDays(1));

        retries.retry();
        retries.retry();

        awaitHeard();
        assertThat(log.getAll().lines().filter(line -> line.contains(GONE)))
                .singleElement()
                .asString()
                .doesNotContain("another time");
    }

    @Test
    void an_event_that_has_another_shape_here_holds_up_neither_the_others_nor_a_start() {
        var id = stored(
                WEBHOOKS,
                ApplicationVerified.class.getName(),
                UNREADABLE,
                Status.FAILED,
                Duration.ofDays(2),
                Duration.ofDays(2));
        published(WEBHOOKS, Status.FAILED, Duration.ofDays(1));

        assertThat(repository.findIncompletePublications())
                .extracting(TargetEventPublication::getIdentifier)
                .doesNotContain(id);
        retries.retry();

        awaitHeard();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"PUBLISHED", "PROCESSING", "RESUBMITTED"})
    void what_nobody_could_note_as_failed_is_heard_all_the_same(Status status) {
        published(WEBHOOKS, status, Duration.ofDays(1));

        watch().getTask().getRunnable().run();
        retries.retry();

        awaitHeard();
    }

    @Test
    void the_server_looks_for_what_nobody_could_note_each_minute() {
        assertThat(watch().getTask())
                .isInstanceOfSatisfying(
                        FixedDelayTask.class,
                        task -> assertThat(task.getIntervalDuration()).isEqualTo(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"PUBLISHED", "PROCESSING", "RESUBMITTED"})
    void what_is_under_way_is_left_alone_however_old_the_event_is(Status status) {
        var young = published(DOWN, status, Duration.ofSeconds(30));
        var old = stored(
                DOWN,
                ApplicationVerified.class.getName(),
                verified(),
                status,
                Duration.ofDays(1),
                Duration.ofSeconds(30));

        watch().getTask().getRunnable().run();

        assertThat(List.of(young, old)).extracting(this::status).containsOnly(status.name());
    }

    /** Modulith's own, as the configuration has it run. */
    private ScheduledTask watch() {
        var watches = scheduled.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(task -> task.toString().contains("StalenessMonitor"))
                .toList();
        assertThat(watches).hasSize(1);
        return watches.getFirst();
    }

    private String status(UUID id) {
        return jdbc.sql("select status from event_publication where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private UUID published(String listener, Status status, Duration ago) {
        return stored(listener, ApplicationVerified.class.getName(), verified(), status, ago, ago);
    }

    private String verified() {
        return serializer
                .serialize(new ApplicationVerified(UUID.randomUUID(), operator, UUID.randomUUID(), clock.instant()))
                .toString();
    }

    /** @param tried how long ago for the last time; as long as it was published where that was the only one */
    private UUID stored(String listener, String type, String event, Status status, Duration published, Duration tried) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into event_publication
                            (id, listener_id, event_type, serialized_event, publication_date, last_resubmission_date, status,
                             completion_attempts)
                        values (:id, :listener, :type, :event, :published, :tried, :status, 1)
                        """)
                .param("id", id)
                .param("listener", listener)
                .param("type", type)
                .param("event", event)
                .param("published", SqlTime.of(clock.instant().minus(published)))
                .param("tried", SqlTime.of(clock.instant().minus(tried)))
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
