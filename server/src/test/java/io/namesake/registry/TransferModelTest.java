package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.access.OperatorId;
import io.namesake.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Random sequences of what three persons, cases and time do to one line: it is always one person's, and by a way that they took. */
class TransferModelTest {
    private static final LineIdentifier LINE = LineIdentifier.parse(Service.MOBILE, "+8613800138000");

    private static RegistryAlone registry;

    @BeforeContainer
    static void start() throws IOException {
        registry = RegistryAlone.start();
    }

    @AfterContainer
    static void stop() {
        registry.close();
    }

    private enum Act {
        OFFER,
        OFFER_UNVERIFIED,
        ACCEPT,
        ACCEPT_UNVERIFIED,
        WITHDRAW,
        LIMIT,
        LIFT,
        A_DAY_PASSES,
        FOUR_DAYS_PASS
    }

    private record Step(Act act, int person) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Act.class), Arbitraries.integers().between(0, 2))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void a_line_is_always_one_persons_and_moves_only_to_who_accepted_it(@ForAll("steps") List<Step> steps) {
        var trial = new Trial();
        for (var step : steps) {
            trial.take(step);
            trial.compare();
        }
    }

    /** The model, and the registry beside it. */
    private static final class Trial {
        private final Transfers transfers = registry.bean(Transfers.class);
        private final Lines lines = registry.bean(Lines.class);
        private final Holdings holdings = registry.bean(Holdings.class);
        private final LineControl control = registry.bean(LineControl.class);
        private final MovableClock clock = registry.bean(MovableClock.class);
        private final JdbcClient jdbc = registry.bean(JdbcClient.class);
        private final TransactionTemplate transaction = registry.bean(TransactionTemplate.class);
        private final OperatorId operator = new OperatorId(UUID.randomUUID());
        private final UUID aCase = UUID.randomUUID();
        private final List<UUID> persons = IntStream.range(0, 3)
                .mapToObj(number -> new HolderDetails(
                        "Li", "Si", UUID.randomUUID().toString(), LocalDate.of(1990, 1, 1), "CHN", null))
                .map(this::recognised)
                .toList();
        private final UUID line;

        private int holder;
        private boolean limited;
        private boolean open;
        private int accepted = -1;
        private final List<String> tokens = new ArrayList<>();
        private UUID current = UUID.randomUUID();

        Trial() {
            var application = UUID.randomUUID();
            line = transaction.execute(_ -> {
                lines.reserve(operator, LINE, application);
                return lines.activate(
                                operator,
                                LINE,
                                application,
                                registry.bean(Holders.class)
                                        .details(persons.getFirst())
                                        .orElseThrow())
                        .id();
            });
        }

        private UUID recognised(HolderDetails person) {
            return transaction.execute(_ -> registry.bean(Holders.class).recognise(person));
        }

        void take(Step step) {
            int who = step.person();
            switch (step.act()) {
                case OFFER -> {
                    boolean may = who == holder && !limited && !open;
                    assertThat(went(() -> offered(who, Duration.ZERO))).isEqualTo(may);
                    if (may) {
                        open = true;
                        accepted = -1;
                    }
                }
                case OFFER_UNVERIFIED ->
                    assertThat(went(() -> offered(who, Duration.ofMinutes(16)))).isFalse();
                case ACCEPT -> {
                    boolean may = open && accepted < 0 && who != holder && !limited;
                    assertThat(went(() -> accept(who, Duration.ZERO))).isEqualTo(may);
                    if (may) {
                        accepted = who;
                    }
                }
                case ACCEPT_UNVERIFIED ->
                    assertThat(went(() -> accept(who, Duration.ofMinutes(16)))).isFalse();
                case WITHDRAW -> {
                    boolean may = open && (who == holder || who == accepted);
                    assertThat(went(() -> transfers.withdraw(persons.get(who), current)))
                            .isEqualTo(may);
                    open = open && !may;
                }
                case LIMIT -> limit(true);
                case LIFT -> limit(false);
                case A_DAY_PASSES -> pass(Duration.ofHours(25), false);
                case FOUR_DAYS_PASS -> pass(Duration.ofDays(4), true);
            }
        }

        private void offered(int who, Duration ago) {
            var offer = transfers.offer(persons.get(who), clock.instant().minus(ago), line);
            tokens.add(offer.token());
            current = offer.id();
        }

        private void accept(int who, Duration ago) {
            var token = tokens.isEmpty() ? "x".repeat(43) : tokens.getLast();
            transfers.accept(persons.get(who), clock.instant().minus(ago), token, null);
        }

        private void limit(boolean on) {
            limited = on;
            transaction.executeWithoutResult(_ -> control.limit(line, aCase, on ? Set.of(Limit.OUTGOING) : Set.of()));
        }

        /** An offer lives for three days from when it was made; in the model it is gone after either of many days or four. */
        private void pass(Duration time, boolean offerOver) {
            clock.advance(time);
            registry.tickTransfers();
            if (open && accepted >= 0 && !limited) {
                holder = accepted;
                open = false;
            } else if (open && accepted < 0) {
                open = isOffered();
                assertThat(offerOver && open).isFalse();
            }
        }

        private boolean isOffered() {
            return transfers.of(persons.get(holder)).stream()
                    .anyMatch(transfer -> transfer.state() == Transfer.State.OFFERED);
        }

        private static boolean went(Runnable act) {
            try {
                act.run();
                return true;
            } catch (Problem refused) {
                return false;
            }
        }

        void compare() {
            assertThat(holdings.current(line)).map(Holding::holderId).contains(persons.get(holder));
            assertThat(lines.byId(line).orElseThrow().status())
                    .isEqualTo(limited ? LineStatus.LIMITED : LineStatus.ACTIVE);
            // What the database holds, whatever the registry's own queries say.
            assertThat(count("select count(*) from holding where line_id = :line and held_until is null"))
                    .isOne();
            assertThat(count("""
                            select count(*) from (
                                select held_from, lag(held_until) over (order by held_from) as before
                                from holding where line_id = :line) as one
                            where before is not null and before <> held_from
                            """)).as("moments without a holder, or with two").isZero();
            assertThat(count("""
                            select count(*) from line_transfer where line_id = :line and state in ('OFFERED', 'ACCEPTED')
                            """)).isEqualTo(open ? 1 : 0);
            assertThat(count("""
                            select count(*) from line_transfer
                            where line_id = :line and state = 'COMPLETED' and (accepted_at is null or receiver_id is null)
                            """)).isZero();
        }

        private int count(String sql) {
            return jdbc.sql(sql).param("line", line).query(Integer.class).single();
        }
    }
}
