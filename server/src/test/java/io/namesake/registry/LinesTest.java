package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.namesake.MovableClock;
import io.namesake.access.OperatorId;
import io.namesake.crypto.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.modulith.test.Scenario;
import org.springframework.transaction.IllegalTransactionStateException;

class LinesTest extends RegistryTest {

    @Autowired
    Vault vault;

    @Autowired
    MovableClock clock;

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
                                    line.id(),
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

        var row = jdbc.sql("""
                        select holder.id, sealed_details from holder
                        where id in (select holder_id from holding join line on line.id = line_id where operator_id = :operator)
                        """).param("operator", operator.value()).query().singleRow();
        var sealed = (byte[]) row.get("sealed_details");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Zhang", "San", "1949");
        assertThat(vault.open(sealed, placeOf((UUID) row.get("id"))))
                .asString(StandardCharsets.UTF_8)
                .contains("Zhang", "San", "11010519491231002X", "1949-12-31");
        assertThatThrownBy(() -> vault.open(sealed, placeOf(UUID.randomUUID()))).isInstanceOf(Vault.SealBroken.class);
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

    private static byte[] placeOf(UUID holder) {
        return ("holder/" + holder).getBytes(StandardCharsets.UTF_8);
    }
}
