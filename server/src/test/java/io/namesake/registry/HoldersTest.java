package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One person is one holder, and a line changes hands only in ways that leave a trace. */
class HoldersTest extends RegistryTest {
    private static final LocalDate BORN = LocalDate.of(1990, 5, 17);

    @Autowired
    Holders holders;

    @Autowired
    Holdings holdings;

    @Autowired
    io.namesake.MovableClock clock;

    @Test
    void the_same_document_is_the_same_person_however_its_number_is_written() {
        var number = number();
        var first = recognise(new HolderDetails("Muster", "Erika", number, BORN));
        var again = recognise(new HolderDetails("MUSTER", "ERIKA", number.toLowerCase() + " ", BORN));
        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_renewed_document_is_the_same_person_by_the_number_that_the_state_gave_for_life() {
        var personal = number();
        var first = recognise(new HolderDetails("Maes", "Jan", number(), BORN, "BEL", personal));
        var renewed = recognise(new HolderDetails("Maes-Peeters", "Jan", number(), BORN, "BEL", personal));
        assertThat(renewed).isEqualTo(first);
        assertThat(holders.details(first).orElseThrow().familyName()).isEqualTo("Maes-Peeters");
    }

    @Test
    void the_same_name_and_birth_date_alone_join_nobody() {
        var one = recognise(new HolderDetails("Wang", "Wei", number(), BORN, "CHN", null));
        var other = recognise(new HolderDetails("Wang", "Wei", number(), BORN, "CHN", null));
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void the_same_number_in_two_states_is_two_persons() {
        var number = number();
        var one = recognise(new HolderDetails("Maes", "Jan", number, BORN, "BEL", null));
        var other = recognise(new HolderDetails("Maes", "Jan", number, BORN, "NLD", null));
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void a_typed_document_without_its_state_needs_a_name_in_common() {
        var number = number();
        var one = recognise(new HolderDetails("Maes", "Jan", number, BORN));
        assertThat(recognise(new HolderDetails("Garcia", "Ana", number, BORN))).isNotEqualTo(one);
        assertThat(recognise(new HolderDetails("Jan", "Maes", number, BORN, "BEL", null)))
                .isEqualTo(one);
    }

    @Test
    void two_holders_who_turn_out_to_be_one_become_one_with_all_their_lines() {
        var oldNumber = number();
        var personal = number();
        var before = recognise(new HolderDetails("Maes", "Jan", oldNumber, BORN, "BEL", null));
        var other = recognise(new HolderDetails("Maes", "Jan", number(), BORN, "BEL", personal));

        var both = recognise(new HolderDetails("Maes", "Jan", oldNumber, BORN, "BEL", personal));

        assertThat(both).isEqualTo(before);
        assertThat(recognise(new HolderDetails("Maes", "Jan", number(), BORN, "BEL", personal)))
                .isEqualTo(before);
        assertThat(holders.details(other)).isEmpty();
        assertThat(jdbc.sql("select erased_at is not null and merged_into = :into from holder where id = :other")
                        .param("into", before)
                        .param("other", other)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void one_person_verified_many_times_at_once_is_still_one() throws Exception {
        var person = new HolderDetails("Li", "Si", number(), BORN, "CHN", number());
        var found = new HashSet<UUID>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(Stream.<Callable<UUID>>generate(() -> () -> recognise(person))
                    .limit(12)
                    .toList())) {
                found.add(one.get());
            }
        }
        assertThat(found).hasSize(1);
    }

    @Test
    void the_database_finds_nobody_by_a_number_without_the_key() {
        var number = number();
        recognise(new HolderDetails("Muster", "Erika", number, BORN));
        assertThat(jdbc.sql("select value from holder_index")
                        .query(String.class)
                        .list())
                .allMatch(value -> value.matches("[0-9a-f]{64}.*"))
                .noneMatch(value -> value.contains(number));
    }

    @Test
    void who_stands_for_a_line_again_is_confirmed_and_keeps_holding_it_since_then() {
        reserve(application);
        var line = activate(application);
        var before = holdings.current(line.id()).orElseThrow();
        clock.advance(Duration.ofDays(400));

        var again = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> lines.reserveAgain(operator, MOBILE, again));
        activate(again);

        var now = holdings.current(line.id()).orElseThrow();
        assertThat(now.id()).isEqualTo(before.id());
        assertThat(now.from()).isEqualTo(before.from());
        assertThat(now.verifiedAt()).isAfter(before.verifiedAt());
    }

    @Test
    void nobody_else_can_stand_for_a_line_that_is_in_somebodys_name() {
        reserve(application);
        var line = activate(application);
        var other = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> lines.reserveAgain(operator, MOBILE, other));

        assertThatThrownBy(() -> transaction.execute(
                        _ -> lines.activate(operator, MOBILE, other, new HolderDetails("Li", "Si", number(), BORN))))
                .isInstanceOf(LineTaken.class);
        assertThat(holdings.history(line.id())).hasSize(1);
    }

    @Test
    void my_lines_are_those_of_every_operator_and_of_nobody_else() {
        var person = new HolderDetails("Muster", "Erika", number(), BORN, "D", null);
        var elsewhere = new io.namesake.access.OperatorId(UUID.randomUUID());
        for (var provider : List.of(operator, elsewhere)) {
            jdbc.sql("insert into operator (id, name, created_at) values (:id, 'A provider', now())")
                    .param("id", provider.value())
                    .update();
            var id = UUID.randomUUID();
            transaction.executeWithoutResult(_ -> {
                lines.reserve(provider, MOBILE, id);
                lines.activate(provider, MOBILE, id, person);
            });
        }
        assertThat(holdings.of(recognise(person)))
                .hasSize(2)
                .allSatisfy(held -> assertThat(held.line().status()).isEqualTo(LineStatus.ACTIVE));
        assertThat(holdings.of(recognise(ZHANG_S_NEIGHBOUR))).isEmpty();
    }

    private static final HolderDetails ZHANG_S_NEIGHBOUR =
            new HolderDetails("Zhao", "Liu", "110105199001010011", LocalDate.of(1990, 1, 1));

    private UUID recognise(HolderDetails person) {
        return transaction.execute(_ -> holders.recognise(person));
    }

    private static String number() {
        return "T"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase();
    }
}
