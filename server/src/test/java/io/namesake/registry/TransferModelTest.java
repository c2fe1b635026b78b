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

/** Random sequences of what three persons, an operator, cases and time do to one line: it is always one person's, and by a way that they took. */
class TransferModelTest {
    private static final LineIdentifier LINE = LineIdentifier.parse(Service.MOBILE, RegistryAlone.SCARCE + "00138000");

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
        /** The holder is said to have died, and heirs may have the line. */
        DIES,
        /** Somebody is said to have died because of another line of theirs. */
        DIES_ELSEWHERE,
        ALIVE_AFTER_ALL,
        /** Somebody takes a new line of the kind of which nobody may have two. */
        TAKES_ANOTHER,
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
    void a_line_is_always_one_persons_and_moves_only_to_who_accepted_it(
            @ForAll("steps") List<Step> steps, @ForAll boolean machine) {
        var trial = new Trial(machine);
        for (var step : steps) {
            trial.take(step);
            trial.compare();
        }
    }

    /** The model, and the registry beside it. */
    private static final class Trial {
        private final Transfers transfers = registry.bean(Transfers.class);
        private final Lines lines = registry.bean(Lines.class);
        private final Holders holders = registry.bean(Holders.class);
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
        private final boolean machine;
        private final UUID line;

        private int holder;
        private boolean limited;
        private boolean open;
        private boolean inheritance;
        private int giver;
        private int accepted = -1;
        private final boolean[] dead = new boolean[3];
        private final int[] others = new int[3];
        private final List<String> tokens = new ArrayList<>();
        private UUID current = UUID.randomUUID();

        Trial(boolean machine) {
            this.machine = machine;
            line = activated(0, LINE);
            jdbc.sql("update holding set machine = :machine where line_id = :line")
                    .param("machine", machine)
                    .param("line", line)
                    .update();
            IntStream.range(0, 3).forEach(person -> activated(person, plentiful(person)));
        }

        /** Another line of theirs, of a kind that nobody counts. */
        private static LineIdentifier plentiful(int person) {
            return LineIdentifier.parse(Service.MOBILE, "+861380013800" + person);
        }

        private UUID recognised(HolderDetails person) {
            return transaction.execute(_ -> registry.bean(Holders.class).recognise(person));
        }

        private UUID activated(int person, LineIdentifier identifier) {
            var application = UUID.randomUUID();
            return transaction.execute(_ -> {
                lines.reserve(operator, identifier, application);
                var details = holders.details(persons.get(person)).orElseThrow();
                return lines.activate(operator, identifier, application, details)
                        .id();
            });
        }

        void take(Step step) {
            int who = step.person();
            switch (step.act()) {
                case OFFER -> {
                    boolean may = who == holder && !limited && !open;
                    assertThat(went(() -> offered(who, Duration.ZERO))).isEqualTo(may);
                    if (may) {
                        opened(false);
                    }
                }
                case OFFER_UNVERIFIED ->
                    assertThat(went(() -> offered(who, Duration.ofMinutes(16)))).isFalse();
                case ACCEPT -> {
                    boolean may = open
                            && accepted < 0
                            && who != giver
                            && !dead[who]
                            && (inheritance || !limited)
                            && (machine || counted(who) == 0);
                    assertThat(went(() -> accept(who, Duration.ZERO))).isEqualTo(may);
                    if (may) {
                        accepted = who;
                    }
                }
                case ACCEPT_UNVERIFIED ->
                    assertThat(went(() -> accept(who, Duration.ofMinutes(16)))).isFalse();
                case WITHDRAW -> {
                    boolean may = open && (who == giver || who == accepted);
                    assertThat(went(() -> transfers.withdraw(persons.get(who), current)))
                            .isEqualTo(may);
                    open = open && !may;
                }
                case LIMIT -> limit(true);
                case LIFT -> limit(false);
                case DIES -> {
                    note(registry.died(operator, LINE));
                    dead[holder] = true;
                    opened(true);
                }
                case DIES_ELSEWHERE -> {
                    registry.died(operator, plentiful(who));
                    dead[who] = true;
                }
                case ALIVE_AFTER_ALL -> {
                    assertThat(went(() -> registry.alive(operator, plentiful(who))))
                            .isEqualTo(dead[who]);
                    open = open && !(dead[who] && inheritance && giver == who);
                    dead[who] = false;
                }
                case TAKES_ANOTHER -> takesAnother(who);
                case A_DAY_PASSES -> pass(Duration.ofHours(25), false);
                case FOUR_DAYS_PASS -> pass(Duration.ofDays(4), true);
            }
        }

        private void opened(boolean toHeirs) {
            open = true;
            inheritance = toHeirs;
            giver = holder;
            accepted = -1;
        }

        private void offered(int who, Duration ago) {
            note(transfers.offer(persons.get(who), clock.instant().minus(ago), line));
        }

        private void note(Transfers.Offer offer) {
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

        /** How many scarce lines somebody has by the rule, which leaves machines' out. */
        private int counted(int person) {
            return others[person] + (person == holder && !machine ? 1 : 0);
        }

        private void takesAnother(int who) {
            var number = LineIdentifier.parse(
                    Service.MOBILE, RegistryAlone.SCARCE + String.format("1%03d%04d", who, others[who]));
            boolean may = counted(who) == 0;
            try {
                activated(who, number);
                assertThat(may).isTrue();
                others[who]++;
            } catch (LineLimitReached tooMany) {
                assertThat(may).isFalse();
            }
        }

        /** An offer lives for three days from when it was made; in the model it is gone after either of many days or four. */
        private void pass(Duration time, boolean offerOver) {
            clock.advance(time);
            registry.tickTransfers();
            if (open && accepted >= 0) {
                complete();
            } else if (open) {
                open = isOffered();
                assertThat(offerOver && open && !inheritance).isFalse();
            }
        }

        private void complete() {
            if (dead[accepted]) {
                open = false;
            } else if (inheritance || !limited) {
                open = false;
                holder = !machine && counted(accepted) > 0 ? holder : accepted;
            }
        }

        private boolean isOffered() {
            return transfers.of(persons.get(giver)).stream()
                    .anyMatch(transfer -> transfer.lineId().equals(line) && transfer.state() == Transfer.State.OFFERED);
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
            var holding = holdings.current(line).orElseThrow();
            assertThat(holding.holderId()).isEqualTo(persons.get(holder));
            assertThat(holding.machine()).isEqualTo(machine);
            assertThat(lines.byId(line).orElseThrow().status())
                    .isEqualTo(limited ? LineStatus.LIMITED : LineStatus.ACTIVE);
            for (int person = 0; person < 3; person++) {
                assertThat(holders.isDeceased(persons.get(person))).isEqualTo(dead[person]);
                assertThat(counted(person)).as("scarce lines of a person").isLessThanOrEqualTo(1);
            }
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
