package io.namesake.provisioning.tmforum;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.Applications.Standing;
import io.namesake.decision.Decision;
import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import io.namesake.provisioning.activation.Activations.Activation;
import io.namesake.provisioning.activation.Activations.GivenUp;
import io.namesake.provisioning.activation.Activations.NotNeeded;
import io.namesake.provisioning.activation.Activations.Told;
import io.namesake.provisioning.activation.Activations.UnderWay;
import io.namesake.provisioning.tmforum.ServiceOrder.Action;
import io.namesake.registry.SimChanges.Allowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Where an order and its items stand, on random walks, beside an account that somebody keeps by the words of TMF641. */
class OrderStandingProperties {
    private static final Instant ORDERED = Instant.parse("2026-11-28T09:00:00Z");
    private static final Instant DECIDED = ORDERED.plusSeconds(60);
    private static final Instant UNTIL = DECIDED.plusSeconds(86_400);

    /** What can happen to a line that was ordered. */
    enum Happening {
        REFUSED,
        ASKED_FOR_A_PERSON,
        VERIFIED,
        EXPIRED,
        CANCELLED,
        SIM_MADE,
        DAY_OVER,
        TOLD,
        GIVEN_UP,
        TOLD_ANEW
    }

    record Step(int item, Happening happening) {}

    /** One item: the facts as the other modules have them, and what an orderer would say of it. */
    static final class Account {
        final Action action;
        final boolean server;
        OrderState expected = OrderState.HELD;
        Decision decision;
        boolean expired;
        boolean cancelled;
        Instant made;
        Instant now = DECIDED;
        Activation activation = new UnderWay();

        Account(Action action, boolean server) {
            this.action = action;
            this.server = server;
        }

        void happens(Happening happening) {
            switch (happening) {
                case REFUSED ->
                    from(OrderState.HELD, () -> {
                        decision = new Decision(Outcome.REFUSED, List.of(aRefusal()));
                        expected = OrderState.FAILED;
                    });
                case ASKED_FOR_A_PERSON -> {
                    if (decision != null && decision.outcome() == Outcome.REFUSED) {
                        decision = null;
                        expected = OrderState.HELD;
                    }
                }
                case VERIFIED ->
                    from(OrderState.HELD, () -> {
                        decision = Decision.verified();
                        expected = action == Action.ADD ? beingTold() : OrderState.PENDING;
                    });
                case EXPIRED ->
                    from(OrderState.HELD, () -> {
                        expired = true;
                        expected = OrderState.FAILED;
                    });
                case CANCELLED ->
                    from(OrderState.HELD, () -> {
                        cancelled = true;
                        expected = OrderState.CANCELLED;
                    });
                case SIM_MADE ->
                    from(OrderState.PENDING, () -> {
                        made = DECIDED.plusSeconds(5);
                        expected = beingTold();
                    });
                case DAY_OVER -> {
                    now = UNTIL.plusSeconds(1);
                    from(OrderState.PENDING, () -> expected = OrderState.FAILED);
                }
                case TOLD ->
                    from(OrderState.IN_PROGRESS, () -> {
                        activation = new Told(DECIDED.plusSeconds(9));
                        expected = OrderState.COMPLETED;
                    });
                case GIVEN_UP ->
                    from(OrderState.IN_PROGRESS, () -> {
                        activation = new GivenUp("timeout");
                        expected = OrderState.FAILED;
                    });
                case TOLD_ANEW -> {
                    if (activation instanceof GivenUp) {
                        activation = new UnderWay();
                        expected = OrderState.IN_PROGRESS;
                    }
                }
            }
        }

        private void from(OrderState state, Runnable then) {
            if (expected == state) {
                then.run();
            }
        }

        private OrderState beingTold() {
            // A SIM for which the day is over was not waited for.
            return server ? OrderState.IN_PROGRESS : OrderState.COMPLETED;
        }

        ItemStanding standing() {
            boolean simAllowed = action == Action.MODIFY && decision != null && decision.outcome() == Outcome.VERIFIED;
            return new ItemFacts(
                            action,
                            cancelled,
                            ORDERED,
                            Optional.of(new Standing(decision, decision == null ? null : DECIDED, expired)),
                            simAllowed ? Optional.of(new Allowed(UNTIL, made)) : Optional.empty(),
                            _ -> server ? activation : new NotNeeded(),
                            now)
                    .standing();
        }
    }

    @Property(tries = 2000)
    void an_order_stands_as_tmf641_says_of_its_items(
            @ForAll("accounts") List<Account> items, @ForAll("steps") List<Step> steps) {
        for (var step : steps) {
            var item = items.get(step.item() % items.size());
            var before = item.expected;
            // Once its day is over, a SIM that is pending has failed: the account hears of the day first.
            if (item.now.isAfter(UNTIL) && item.expected == OrderState.PENDING) {
                item.expected = OrderState.FAILED;
            }
            item.happens(step.happening());
            if (item.now.isAfter(UNTIL) && item.expected == OrderState.PENDING) {
                item.expected = OrderState.FAILED;
            }
            if (before == OrderState.COMPLETED || before == OrderState.CANCELLED) {
                assertThat(item.standing().state()).as("nothing undoes it").isEqualTo(before);
            }
            check(items);
        }
    }

    private static void check(List<Account> items) {
        var standing = new OrderStanding(items.stream().map(Account::standing).toList());
        var states = items.stream().map(item -> item.expected).toList();
        assertThat(standing.items().stream().map(ItemStanding::state)).isEqualTo(states);
        standing.items().forEach(item -> {
            assertThat(item.failure() != null).isEqualTo(item.state() == OrderState.FAILED);
            assertThat(item.completedAt() != null).isEqualTo(item.state() == OrderState.COMPLETED);
        });
        var state = standing.state();
        Statistics.label("order").collect(state);
        long completed = count(states, OrderState.COMPLETED);
        long cancelled = count(states, OrderState.CANCELLED);
        long failed = count(states, OrderState.FAILED);
        boolean over = completed + cancelled + failed == states.size();
        assertThat(state.isOver()).as("over when nothing is open").isEqualTo(over);
        assertThat(state == OrderState.COMPLETED).as("all are").isEqualTo(completed == states.size());
        assertThat(state == OrderState.CANCELLED).as("all are").isEqualTo(cancelled == states.size());
        assertThat(state == OrderState.PARTIAL)
                .as("some are completed, the others never will be")
                .isEqualTo(over && completed > 0 && completed < states.size());
        assertThat(state == OrderState.FAILED)
                .as("none is completed, and not all were cancelled")
                .isEqualTo(over && completed == 0 && failed > 0);
        if (!over) {
            assertThat(states).as("what is open says where the whole stands").contains(state);
            assertThat(state == OrderState.HELD)
                    .as("held when all that is open waits for a person")
                    .isEqualTo(count(states, OrderState.PENDING) + count(states, OrderState.IN_PROGRESS) == 0);
        }
        assertThat(standing.completedAt() != null).isEqualTo(state == OrderState.COMPLETED);
        var turned = new ArrayList<>(states);
        Collections.reverse(turned);
        assertThat(OrderState.of(turned)).as("whatever their order").isEqualTo(state);
    }

    private static long count(List<OrderState> states, OrderState which) {
        return Collections.frequency(states, which);
    }

    private static Reason aRefusal() {
        return List.of(Reason.values()).stream()
                .filter(reason -> reason.outcome() == Outcome.REFUSED)
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<List<Account>> accounts() {
        var server = Arbitraries.of(true, false);
        return server.flatMap(has -> Arbitraries.of(Action.class)
                .map(action -> new Account(action, has))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.of(Happening.class))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
