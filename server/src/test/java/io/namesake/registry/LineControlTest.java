package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MovableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a case does to a line belongs to that case, and is undone with it. */
class LineControlTest extends RegistryTest {
    private static final HolderDetails LI =
            new HolderDetails("Li", "Si", "110105194912310039", LocalDate.of(1949, 12, 31));

    private final UUID aCase = UUID.randomUUID();

    @Autowired
    LineControl control;

    @Autowired
    Holdings holdings;

    @Autowired
    MovableClock clock;

    private UUID line;

    @BeforeEach
    void an_active_line() {
        reserve(application);
        line = activate(application).id();
    }

    @Test
    void a_limit_makes_the_line_limited_and_goes_with_its_case() {
        let(it -> it.limit(line, aCase, Set.of(Limit.OUTGOING)));
        assertThat(now().status()).isEqualTo(LineStatus.LIMITED);
        assertThat(now().limits()).containsExactly(Limit.OUTGOING);

        let(it -> it.limit(line, aCase, Set.of()));
        assertThat(now().status()).isEqualTo(LineStatus.ACTIVE);
        assertThat(now().limits()).isEmpty();
    }

    @Test
    void one_case_does_not_lift_what_another_imposed() {
        var other = UUID.randomUUID();
        let(it -> it.limit(line, aCase, Set.of(Limit.OUTGOING, Limit.DATA)));
        let(it -> it.limit(line, other, Set.of(Limit.OUTGOING, Limit.VERIFICATION_CODES)));

        let(it -> it.limit(line, aCase, Set.of()));

        assertThat(now().limits()).containsExactlyInAnyOrder(Limit.OUTGOING, Limit.VERIFICATION_CODES);
    }

    @Test
    void a_deactivated_line_has_no_holder_no_limits_and_rests() {
        let(it -> it.limit(line, aCase, Set.of(Limit.OUTGOING)));
        var until = clock.instant().plus(Duration.ofDays(90));

        let(it -> it.deactivate(line, aCase, EndCause.DEACTIVATED, until));

        assertThat(now().status()).isEqualTo(LineStatus.DEACTIVATED);
        assertThat(now().limits()).isEmpty();
        assertThat(now().quarantineUntil()).isEqualTo(until);
        assertThat(holdings.current(line)).isEmpty();
        assertThatThrownBy(() -> reserve(UUID.randomUUID())).isInstanceOf(LineTaken.class);
        clock.advance(Duration.ofDays(91));
        reserve(UUID.randomUUID());
        assertThat(now().status()).isEqualTo(LineStatus.PENDING);
        clock.advance(Duration.ofDays(-91));
    }

    @Test
    void what_was_ended_can_be_taken_back_by_the_same_case_only_and_stands_in_the_same_name() {
        var holder = holdings.current(line).orElseThrow().holderId();
        let(it ->
                it.deactivate(line, aCase, EndCause.DEACTIVATED, clock.instant().plus(Duration.ofDays(90))));
        assertThat(took(UUID.randomUUID())).isFalse();

        assertThat(took(aCase)).isTrue();

        assertThat(now().status()).isEqualTo(LineStatus.ACTIVE);
        assertThat(holdings.current(line).orElseThrow().holderId()).isEqualTo(holder);
        assertThat(holdings.history(line))
                .extracting(Holding::cause)
                .containsExactly(Holding.Cause.APPLICATION, Holding.Cause.REINSTATED);
        assertThat(took(aCase)).isFalse();
    }

    @Test
    void what_other_cases_limited_is_limited_again_unless_they_lifted_it_meanwhile() {
        var lasting = UUID.randomUUID();
        var over = UUID.randomUUID();
        let(it -> it.limit(line, aCase, Set.of(Limit.DATA)));
        let(it -> it.limit(line, lasting, Set.of(Limit.VERIFICATION_CODES)));
        let(it -> it.limit(line, over, Set.of(Limit.OUTGOING)));
        ended(EndCause.DEACTIVATED);
        assertThat(now().limits()).isEmpty();
        let(it -> it.limit(line, over, Set.of()));

        assertThat(took(aCase)).isTrue();

        assertThat(now().status()).isEqualTo(LineStatus.LIMITED);
        assertThat(now().limits()).containsExactly(Limit.VERIFICATION_CODES);
    }

    @Test
    void whoever_gets_the_number_after_its_rest_has_none_of_the_limits_of_before() {
        let(it -> it.limit(line, UUID.randomUUID(), Set.of(Limit.OUTGOING)));
        ended(EndCause.DEACTIVATED);
        clock.advance(Duration.ofDays(91));
        var next = UUID.randomUUID();
        reserve(next);
        as(next, LI);
        assertThat(now().status()).isEqualTo(LineStatus.ACTIVE);
        assertThat(now().limits()).isEmpty();
        clock.advance(Duration.ofDays(-91));
    }

    @Test
    void a_line_in_a_name_that_nobody_verified_is_not_verified_by_taking_its_end_back() {
        onlyDeclared();
        ended(EndCause.DEACTIVATED);

        assertThat(took(aCase)).isTrue();

        assertThat(now().status()).isEqualTo(LineStatus.UNVERIFIED);
        assertThat(holdings.current(line).orElseThrow().verifiedAt()).isNull();
    }

    @Test
    void what_is_taken_back_was_verified_when_it_was_and_not_now() {
        var verified = holdings.current(line).orElseThrow().verifiedAt();
        clock.advance(Duration.ofDays(10));
        ended(EndCause.DEACTIVATED);

        assertThat(took(aCase)).isTrue();

        assertThat(holdings.current(line).orElseThrow().verifiedAt()).isEqualTo(verified);
    }

    @Test
    void who_is_verified_for_a_line_that_was_ended_for_a_doubt_gets_it_back_while_its_number_rests() {
        ended(EndCause.DEACTIVATED);
        clock.advance(Duration.ofDays(70));
        var again = reservedAgain();

        assertThatThrownBy(() -> as(again, LI)).isInstanceOf(LineTaken.class);
        assertThat(now().status()).isEqualTo(LineStatus.DEACTIVATED);
        as(again, ZHANG);

        assertThat(now().status()).isEqualTo(LineStatus.ACTIVE);
        assertThat(holdings.current(line).orElseThrow().verifiedAt())
                .isAfter(clock.instant().minus(Duration.ofMinutes(5)));
        clock.advance(Duration.ofDays(-70));
    }

    @Test
    void whoever_uses_a_line_that_was_ended_unverified_gets_it_by_being_verified() {
        onlyDeclared();
        ended(EndCause.DEACTIVATED);

        as(reservedAgain(), LI);

        assertThat(now().status()).isEqualTo(LineStatus.ACTIVE);
        assertThat(holdings.history(line))
                .extracting(Holding::endCause)
                .containsExactly(EndCause.DEACTIVATED, EndCause.REGISTERED_TO_ANOTHER, null);
    }

    @Test
    void what_its_holder_ended_or_took_to_another_operator_is_not_had_again_by_being_verified() {
        for (var cause : Set.of(EndCause.ENDED_BY_HOLDER, EndCause.PORTED_OUT)) {
            ended(cause);
            assertThatThrownBy(this::reservedAgain).isInstanceOf(LineTaken.class);
            assertThat(took(aCase)).isTrue();
        }
        ended(EndCause.DEACTIVATED);
        clock.advance(Duration.ofDays(91));
        assertThatThrownBy(this::reservedAgain).isInstanceOf(LineTaken.class);
        clock.advance(Duration.ofDays(-91));
    }

    @Test
    void a_case_about_who_held_a_line_before_takes_it_from_nobody_else() {
        var disputed = holding();
        onlyDeclared();
        as(reservedAgain(), LI);

        assertThat(disowned(disputed)).isFalse();

        assertThat(now().status()).isEqualTo(LineStatus.ACTIVE);
    }

    @Test
    void a_holding_goes_on_when_the_end_of_its_line_was_taken_back() {
        var disputed = holding();
        ended(EndCause.DEACTIVATED);
        assertThat(holdings.goesOn(line, disputed)).isFalse();
        took(aCase);
        assertThat(holdings.goesOn(line, disputed)).isTrue();

        assertThat(disowned(disputed)).isTrue();

        assertThat(now().status()).isEqualTo(LineStatus.UNVERIFIED);
    }

    @Test
    void a_line_that_is_disowned_while_it_rests_comes_back_in_nobodys_name() {
        var disputed = holding();
        ended(EndCause.DEACTIVATED);
        took(aCase);
        ended(EndCause.DEACTIVATED);

        assertThat(disowned(disputed)).isTrue();

        assertThat(now().status()).isEqualTo(LineStatus.DEACTIVATED);
        assertThat(disowned(disputed)).isFalse();
        assertThat(took(aCase)).isTrue();
        assertThat(now().status()).isEqualTo(LineStatus.UNVERIFIED);
        assertThat(holdings.current(line)).isEmpty();
    }

    @Test
    void whoever_uses_a_line_that_was_disowned_while_it_rests_gets_it_by_being_verified() {
        var disputed = holding();
        ended(EndCause.DEACTIVATED);
        assertThat(disowned(disputed)).isTrue();

        as(reservedAgain(), LI);

        assertThat(now().status()).isEqualTo(LineStatus.ACTIVE);
        assertThat(disowned(disputed)).isFalse();
    }

    @Test
    void a_case_about_who_held_a_resting_line_before_its_last_holder_changes_nothing() {
        var disputed = holding();
        onlyDeclared();
        as(reservedAgain(), LI);
        ended(EndCause.DEACTIVATED);

        assertThat(disowned(disputed)).isFalse();

        assertThat(took(aCase)).isTrue();
        assertThat(now().status()).isEqualTo(LineStatus.ACTIVE);
    }

    @Test
    void a_holding_of_another_line_or_of_none_does_not_go_on() {
        assertThat(holdings.goesOn(line, UUID.randomUUID())).isFalse();
        assertThat(holdings.goesOn(UUID.randomUUID(), holding())).isFalse();
        assertThat(holdings.goesOn(line, holding())).isTrue();
    }

    @Test
    void a_line_is_limited_for_a_holding_only_while_it_is_held_so() {
        var disputed = holding();
        assertThat(limitedWhileHeld(disputed)).isTrue();
        assertThat(now().limits()).containsExactly(Limit.OUTGOING);
        let(it -> it.limit(line, aCase, Set.of()));
        onlyDeclared();
        as(reservedAgain(), LI);

        assertThat(limitedWhileHeld(disputed)).isFalse();

        assertThat(now().limits()).isEmpty();
    }

    private boolean limitedWhileHeld(UUID holding) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> control.limitWhileHeld(line, holding, aCase, Set.of(Limit.OUTGOING))));
    }

    private void ended(EndCause cause) {
        let(it -> it.deactivate(line, aCase, cause, clock.instant().plus(Duration.ofDays(90))));
    }

    /** As an import leaves it. */
    private void onlyDeclared() {
        jdbc.sql("update line set status = 'UNVERIFIED' where id = :line")
                .param("line", line)
                .update();
        jdbc.sql("update holding set verified_at = null where line_id = :line")
                .param("line", line)
                .update();
    }

    private UUID reservedAgain() {
        var id = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> lines.reserveAgain(operator, MOBILE, id));
        return id;
    }

    private void as(UUID id, HolderDetails person) {
        transaction.executeWithoutResult(_ -> lines.activate(operator, MOBILE, id, person));
    }

    private UUID holding() {
        return holdings.current(line).orElseThrow().id();
    }

    private boolean disowned(UUID holding) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> control.disown(line, holding, aCase, EndCause.DISPUTE_UPHELD)));
    }

    @Test
    void a_disowned_line_stays_on_in_nobodys_name_until_somebody_stands_for_it() {
        let(it -> it.disown(line, holding(), aCase, EndCause.DISPUTE_UPHELD));

        assertThat(now().status()).isEqualTo(LineStatus.UNVERIFIED);
        assertThat(holdings.current(line)).isEmpty();

        var again = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> lines.reserveAgain(operator, MOBILE, again));
        activate(again);
        assertThat(now().status()).isEqualTo(LineStatus.ACTIVE);
    }

    @Test
    void who_held_it_on_a_day_has_one_answer() {
        var first = holdings.current(line).orElseThrow();
        clock.advance(Duration.ofDays(10));
        let(it -> it.disown(line, holding(), aCase, EndCause.DISPUTE_UPHELD));
        assertThat(holdings.on(line, first.from().plus(Duration.ofDays(5))))
                .map(Holding::holderId)
                .contains(first.holderId());
        assertThat(holdings.on(line, clock.instant().plusSeconds(1))).isEmpty();
        assertThat(holdings.on(line, first.from().minusSeconds(1))).isEmpty();
    }

    @Test
    void everything_is_done_once_however_often_it_is_asked_for() {
        let(it -> it.limit(line, aCase, Set.of(Limit.DATA)));
        let(it -> it.limit(line, aCase, Set.of(Limit.DATA)));
        var until = clock.instant().plus(Duration.ofDays(1));
        let(it -> it.deactivate(line, aCase, EndCause.DEACTIVATED, until));
        let(it -> it.deactivate(line, aCase, EndCause.DEACTIVATED, until));
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where subject_id = :line and type in ('line.limited', 'line.deactivated')")
                        .param("line", line.toString())
                        .query(Integer.class)
                        .single())
                // Limited, deactivated, and with that no longer limited.
                .isEqualTo(3);
    }

    @Test
    void a_pending_line_cannot_be_deactivated() {
        var pending = UUID.randomUUID();
        transaction.executeWithoutResult(
                _ -> lines.reserve(operator, LineIdentifier.parse(Service.MOBILE, "+8613800138001"), pending));
        var id = lines.find(operator, "+8613800138001").orElseThrow().id();
        assertThatThrownBy(() -> let(it -> it.deactivate(id, aCase, EndCause.DEACTIVATED, clock.instant())))
                .isInstanceOf(IllegalStateException.class);
    }

    private void let(Consumer<LineControl> act) {
        transaction.executeWithoutResult(_ -> act.accept(control));
    }

    private boolean took(UUID id) {
        return transaction.execute(_ -> control.reinstate(line, id));
    }

    private Line now() {
        return lines.byId(line).orElseThrow();
    }
}
