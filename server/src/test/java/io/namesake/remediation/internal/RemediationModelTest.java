package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import io.namesake.problem.Problem;
import io.namesake.registry.LineStatus;
import io.namesake.registry.Lines;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.Phase;
import io.namesake.remediation.RemediationRoad;
import io.namesake.remediation.SettledCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Promise 6 on the database: random doubts, people and months go over a few lines of a running server, whose own timer works beside
 * them, and after each step what the tables hold is held against what may be. The pure machine has its own random walks.
 */
@NamesakeTest
class RemediationModelTest {
    private static final int LINES = 2;
    private static final int STEPS = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<UUID> PEOPLE =
            IntStream.range(0, 4).mapToObj(number -> new UUID(7, number)).toList();
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofDays(4),
            Duration.ofDays(16),
            Duration.ofDays(31),
            Duration.ofDays(31),
            Duration.ofDays(100));

    private enum Act {
        DOUBT,
        ARRIVES,
        APPEAL,
        DECIDE_APPEAL,
        DECIDE,
        EXTEND,
        VERIFY,
        WITHDRAW,
        TIME
    }

    /** How often each happens: mostly time, seldom an end of the case. */
    private static final Map<Act, Integer> OFTEN = Map.of(
            Act.DOUBT,
            3,
            Act.ARRIVES,
            5,
            Act.APPEAL,
            2,
            Act.DECIDE_APPEAL,
            4,
            Act.DECIDE,
            5,
            Act.EXTEND,
            1,
            Act.VERIFY,
            1,
            Act.WITHDRAW,
            1,
            Act.TIME,
            22);

    private static final List<Act> ACTS = Stream.of(Act.values())
            .flatMap(act -> Collections.nCopies(OFTEN.get(act), act).stream())
            .toList();

    @Autowired
    ApplicationContext server;

    @Autowired
    Cases cases;

    @Autowired
    CaseOpener opener;

    @Autowired
    CaseTable table;

    @Autowired
    Lines lines;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private final Set<Phase> seen = EnumSet.noneOf(Phase.class);
    private final List<String> numbers = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private RemediationRoad road;
    private LineLaws laws;
    private Random random;

    @BeforeEach
    void a_server() {
        road = new RemediationRoad(server);
        laws = new LineLaws(server);
    }

    @Test
    void no_line_ends_or_is_limited_against_the_rules() {
        for (long seed = 1; seed <= 5; seed++) {
            walk(seed);
        }
        assertThat(seen).as("walks that come by everywhere").containsExactlyInAnyOrder(Phase.values());
    }

    @Test
    void nor_on_a_walk_that_nobody_took_before() {
        walk(System.nanoTime());
    }

    private void walk(long seed) {
        random = new Random(seed);
        numbers.clear();
        ids.clear();
        for (int line = 0; line < LINES; line++) {
            numbers.add(RemediationRoad.newNumber());
            ids.add(road.verified(numbers.getLast()));
        }
        var walked = new ArrayList<String>();
        for (int step = 0; step < STEPS; step++) {
            var act = one(ACTS);
            int line = random.nextInt(LINES);
            walked.add(act + " " + line);
            try {
                take(act, line);
            } catch (Problem refused) {
                walked.add("refused: " + refused.type());
            }
            // Whatever it was, it changed nothing on other lines but by time.
            var changed = act == Act.TIME ? ids : List.of(ids.get(line));
            changed.forEach(id -> seen.addAll(laws.hold(id, "seed " + seed + ": " + walked)));
        }
    }

    private void take(Act act, int line) {
        switch (act) {
            case DOUBT -> open(ids.get(line));
            case ARRIVES -> onCaseOf(line, id -> cases.reached(id, clock.instant()));
            case APPEAL -> step(line, new Event.Appeal(), null, Actor.PERSON);
            case DECIDE_APPEAL -> {
                var by = one(PEOPLE);
                step(
                        line,
                        new Event.DecideAppeal(random.nextInt(4) == 0, by),
                        "HARDSHIP",
                        new Actor(Actor.Kind.STAFF, by));
            }
            case DECIDE -> {
                var by = one(PEOPLE);
                step(
                        line,
                        new Event.Decide(random.nextInt(4) > 0, by),
                        "NOT_CONFIRMED",
                        new Actor(Actor.Kind.STAFF, by));
                awaitOtherCases(line);
            }
            case EXTEND -> {
                var cause = one(List.of(ExtensionCause.values()));
                step(line, new Event.Extend(cause), cause.name(), Actor.PERSON);
            }
            case VERIFY -> verify(line);
            case WITHDRAW -> step(line, new Event.Settle(SettledCause.WITHDRAWN), "WITHDRAWN", Actor.OPERATOR);
            case TIME -> passTime();
        }
    }

    /** Those of a line that one of them ended are told after the transaction, by an event. */
    private void awaitOtherCases(int line) {
        if (lines.byId(ids.get(line)).orElseThrow().status() == LineStatus.DEACTIVATED) {
            await().atMost(PATIENCE)
                    .until(() -> table.open(List.of(ids.get(line))).stream()
                            .allMatch(open -> open.state().standing().phase() == Phase.DEACTIVATED));
        }
    }

    private void open(UUID line) {
        var wanted = new CaseOpener.Wanted(
                road.operator(), line, one(List.of(Doubt.values())), "ticket", null, null, "a@example.org", null);
        opener.open(wanted, Actor.OPERATOR);
    }

    /** A number whose quarantine is over is anybody's; the walk leaves it alone. */
    private void verify(int line) {
        var before = lines.byId(ids.get(line)).orElseThrow();
        boolean free = before.status() == LineStatus.DEACTIVATED
                && table.open(List.of(ids.get(line))).stream()
                        .noneMatch(open -> open.state().standing().phase() == Phase.DEACTIVATED);
        if (!free) {
            road.verified(numbers.get(line));
            // Told after the transaction, by an event.
            await().atMost(PATIENCE).until(() -> table.open(List.of(ids.get(line))), List::isEmpty);
        }
    }

    /** The server's own timer sees to it within a second, and two others who think that it is their turn do so at once. */
    private void passTime() {
        clock.advance(random.nextBoolean() ? untilNextAlarm() : one(PAUSES));
        var due = table.open(ids).stream()
                .filter(open -> open.dueAt().isPresent() && !open.dueAt().get().isAfter(clock.instant()))
                .map(RemediationCase::id)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 2)
                    .boxed()
                    .flatMap(_ -> due.stream())
                    .map(id -> CompletableFuture.runAsync(
                            () -> CurrentScope.run(Scope.ofSystem("test"), () -> cases.timePassed(id)), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private Duration untilNextAlarm() {
        return table.open(ids).stream()
                .flatMap(open -> open.dueAt().stream())
                .filter(clock.instant()::isBefore)
                .min(Comparator.naturalOrder())
                .map(due -> Duration.between(clock.instant(), due).plusMinutes(1))
                .orElse(Duration.ofDays(1));
    }

    private void step(int line, Event event, String cause, Actor actor) {
        onCaseOf(line, id -> cases.step(id, event, cause, actor));
    }

    private void onCaseOf(int line, Consumer<UUID> what) {
        var open = table.open(List.of(ids.get(line)));
        if (!open.isEmpty()) {
            what.accept(one(open).id());
        }
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
