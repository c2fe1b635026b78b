package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.namesake.MovableClock;
import io.namesake.TestDatabase;
import io.namesake.access.OperatorId;
import io.namesake.crypto.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "database", verifyAutomatically = false)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(MovableClock.Configuration.class)
class LinesTest {
    private static final LineIdentifier MOBILE = LineIdentifier.parse(Service.MOBILE, "+8613800138000");
    private static final HolderDetails ZHANG =
            new HolderDetails("Zhang", "San", "11010519491231002X", LocalDate.of(1949, 12, 31));

    private OperatorId operator;
    private UUID application;

    @Autowired
    Lines lines;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void a_new_operator_with_its_first_application() {
        operator = new OperatorId(UUID.randomUUID());
        application = UUID.randomUUID();
    }

    @Test
    void a_line_that_somebody_asks_for_is_pending() {
        reserve(application);

        assertThat(lines.find(operator, "+86 138 0013 8000")).hasValueSatisfying(line -> {
            assertThat(line.identifier()).isEqualTo(MOBILE);
            assertThat(line.status()).isEqualTo(LineStatus.PENDING);
            assertThat(line.applicationId()).isEqualTo(application);
            assertThat(line.since()).isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES));
        });
    }

    @Test
    void a_verified_application_makes_its_line_active_and_everybody_hears_of_it(Scenario scenario) {
        reserve(application);

        scenario.stimulate(() -> lines.activate(operator, MOBILE, application, ZHANG))
                .andWaitForEventOfType(LineStatusChanged.class)
                .matching(event -> event.operatorId().equals(operator))
                .toArriveAndVerify((event, line) -> {
                    assertThat(line.status()).isEqualTo(LineStatus.ACTIVE);
                    assertThat(event)
                            .isEqualTo(new LineStatusChanged(
                                    event.eventId(),
                                    operator,
                                    MOBILE,
                                    Service.MOBILE,
                                    LineStatus.PENDING,
                                    LineStatus.ACTIVE,
                                    line.since(),
                                    application));
                    assertThat(lines.find(operator, MOBILE.value())).contains(line);
                });
    }

    @Test
    void nothing_of_the_holder_is_readable_in_the_database_and_all_of_it_with_the_keyset() {
        reserve(application);
        activate(application);

        var row = jdbc.sql("select id, sealed_details from holder where operator_id = :operator")
                .param("operator", operator.value())
                .query()
                .singleRow();
        var sealed = (byte[]) row.get("sealed_details");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Zhang", "San", "1949");
        assertThat(vault.open(sealed, HolderTable.placeOf((UUID) row.get("id"))))
                .asString(StandardCharsets.UTF_8)
                .contains("Zhang", "San", "11010519491231002X", "1949-12-31");
        assertThatThrownBy(() -> vault.open(sealed, HolderTable.placeOf(UUID.randomUUID())))
                .isInstanceOf(Vault.SealBroken.class);
    }

    @Test
    void the_audit_log_tells_what_happened_to_the_line_without_its_number() {
        reserve(application);
        activate(application);

        assertThat(jdbc.sql("select type || ' ' || details from audit_entry where operator_id = :operator order by seq")
                        .param("operator", operator.value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "line.reserved {\"application\":\"%s\",\"service\":\"MOBILE\"}".formatted(application),
                        "line.activated {\"application\":\"%s\",\"service\":\"MOBILE\"}".formatted(application));
    }

    @Test
    void several_may_ask_for_a_line_and_the_first_verified_gets_it() {
        var other = UUID.randomUUID();
        reserve(application);
        reserve(other);

        activate(application);

        assertThatThrownBy(() -> activate(other)).isInstanceOf(LineTaken.class);
        assertThat(lines.find(operator, MOBILE.value()).orElseThrow().applicationId())
                .isEqualTo(application);
        assertThat(holders()).isOne();
    }

    @Test
    void an_active_line_cannot_be_asked_for() {
        reserve(application);
        activate(application);

        assertThatThrownBy(() -> reserve(UUID.randomUUID())).isInstanceOf(LineTaken.class);
    }

    @Test
    void who_loses_the_line_may_still_record_so_in_the_same_transaction() {
        var loser = UUID.randomUUID();
        reserve(application);
        reserve(loser);
        activate(application);

        transaction.executeWithoutResult(status -> {
            assertThatThrownBy(() -> lines.activate(operator, MOBILE, loser, ZHANG))
                    .isInstanceOf(LineTaken.class);
            lines.release(operator, loser);
        });

        assertThat(jdbc.sql("select released_at is not null from line_reservation where application_id = :loser")
                        .param("loser", loser)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void of_many_activations_at_the_same_time_exactly_one_wins() throws Exception {
        var applications = Stream.generate(UUID::randomUUID).limit(8).toList();
        applications.forEach(this::reserve);
        int won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = threads.invokeAll(applications.stream()
                    .<Callable<Line>>map(id -> () -> activate(id))
                    .toList());
            for (var attempt : attempts) {
                try {
                    attempt.get();
                    won++;
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(LineTaken.class);
                }
            }
        }

        assertThat(won).isOne();
        assertThat(holders()).isOne();
    }

    @Test
    void activating_again_changes_nothing_and_is_not_told(AssertablePublishedEvents events) {
        reserve(application);
        var first = activate(application);
        clock.advance(Duration.ofMinutes(1));

        assertThat(activate(application)).isEqualTo(first);
        assertThat(holders()).isOne();
        assertThat(events.ofType(LineStatusChanged.class)
                        .matching(event -> event.operatorId().equals(operator)))
                .hasSize(1);
    }

    @Test
    void an_application_that_did_not_reserve_the_line_or_gave_it_up_cannot_activate_it() {
        var refused = UUID.randomUUID();
        reserve(refused);
        transaction.executeWithoutResult(status -> lines.release(operator, refused));

        assertThatThrownBy(() -> activate(refused)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> activate(UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
        assertThat(lines.find(operator, MOBILE.value()).orElseThrow().status()).isEqualTo(LineStatus.PENDING);
        assertThat(holders()).isZero();
    }

    @Test
    void an_application_asks_for_one_line_only() {
        reserve(application);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                        lines.reserve(operator, LineIdentifier.parse(Service.MOBILE, "+8613900139000"), application)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothing_is_told_and_nobody_holds_when_the_decision_is_rolled_back(AssertablePublishedEvents events) {
        reserve(application);

        transaction.executeWithoutResult(status -> {
            lines.activate(operator, MOBILE, application, ZHANG);
            status.setRollbackOnly();
        });

        assertThat(lines.find(operator, MOBILE.value()).orElseThrow().status()).isEqualTo(LineStatus.PENDING);
        assertThat(holders()).isZero();
        assertThat(jdbc.sql("select count(*) from event_publication where serialized_event like :application")
                        .param("application", "%" + application + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_line_changes_only_within_a_transaction_of_its_application() {
        assertThatThrownBy(() -> lines.reserve(operator, MOBILE, application))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> lines.activate(operator, MOBILE, application, ZHANG))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void another_operator_neither_sees_nor_blocks_a_line() {
        var other = new OperatorId(UUID.randomUUID());
        reserve(application);
        activate(application);

        assertThat(lines.find(other, MOBILE.value())).isEmpty();
        assertThat(lines.latest(other, 50)).isEmpty();
        var line = transaction.execute(status -> lines.reserve(other, MOBILE, UUID.randomUUID()));
        assertThat(line.status()).isEqualTo(LineStatus.PENDING);
    }

    @Test
    void the_database_itself_refuses_a_second_holder_and_an_active_line_without_any() {
        reserve(application);
        activate(application);

        assertThatThrownBy(() -> jdbc.sql("""
                                insert into holding (id, line_id, holder_id, application_id, held_from)
                                select gen_random_uuid(), line_id, holder_id, gen_random_uuid(), held_from
                                from holding where application_id = :application
                                """).param("application", application).update())
                .hasMessageContaining("holding_current");
        assertThatThrownBy(() -> jdbc.sql("update line set holding_id = null where application_id = :application")
                        .param("application", application)
                        .update())
                .hasMessageContaining("check constraint");
    }

    private void reserve(UUID id) {
        transaction.executeWithoutResult(status -> lines.reserve(operator, MOBILE, id));
    }

    private Line activate(UUID id) {
        return transaction.execute(status -> lines.activate(operator, MOBILE, id, ZHANG));
    }

    private int holders() {
        return jdbc.sql("""
                        select count(*) from holding join line on line.id = holding.line_id
                        where line.operator_id = :operator and holding.held_until is null
                        """)
                .param("operator", operator.value())
                .query(Integer.class)
                .single();
    }
}
