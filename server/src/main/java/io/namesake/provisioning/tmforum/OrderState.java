package io.namesake.provisioning.tmforum;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Where an order, or one of its items, stands: those of TMF641's ServiceOrderStateType that occur. */
enum OrderState {
    /** It was taken, as the answer to it says. */
    ACKNOWLEDGED("acknowledged"),
    /** Nobody is verified yet; until then the network is told nothing. */
    HELD("held"),
    /** The holder is verified for another SIM, which is not in place yet. */
    PENDING("pending"),
    /** Somebody is verified; the network is being told. */
    IN_PROGRESS("inProgress"),
    COMPLETED("completed"),
    CANCELLED("cancelled"),
    /** Nobody was verified, or the network could not be told. */
    FAILED("failed"),
    /** Of an order alone: some of its items are completed, and the others never will be. */
    PARTIAL("partial");

    /** What is under way says where the whole stands; of several, the one that is nearest to its end. */
    private static final List<OrderState> OPEN = List.of(IN_PROGRESS, PENDING, HELD, ACKNOWLEDGED);

    private final String word;

    OrderState(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<OrderState> named(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    /** Whether nothing more is to be waited for. A failed one can still go on: a refused person may ask for a check by a person. */
    boolean isOver() {
        return !OPEN.contains(this);
    }

    /** Where an order stands whose items stand so. @param items one or more */
    static OrderState of(Collection<OrderState> items) {
        var kinds = EnumSet.copyOf(items);
        return OPEN.stream().filter(kinds::contains).findFirst().orElseGet(() -> {
            if (kinds.size() == 1) {
                return kinds.iterator().next();
            }
            return kinds.contains(COMPLETED) ? PARTIAL : FAILED;
        });
    }
}
