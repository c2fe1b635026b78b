package io.namesake.database;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a statement sees; PostgreSQL's row-level security enforces it (record 34).
 *
 * @param operator the operator whose rows are seen
 * @param person the registry's holder whose lines are seen, at whatever operator
 * @param work the name of a work that is for all operators, such as {@code retention}; empty for none
 */
public record Scope(@Nullable UUID operator, @Nullable UUID person, String work) {

    /** Sees nothing that belongs to anybody: what a thread has until it is given another. */
    public static final Scope NOTHING = new Scope(null, null, "");

    /** The rows of one operator. */
    public static Scope ofOperator(UUID operator) {
        return new Scope(Objects.requireNonNull(operator), null, "");
    }

    /** What one person sees in their own name. */
    public static Scope ofPerson(UUID person) {
        return new Scope(null, Objects.requireNonNull(person), "");
    }

    /**
     * All rows, for work that belongs to no single operator.
     *
     * @param work what is done, a word or a few: it can be read in the database while the statement runs
     */
    public static Scope ofSystem(String work) {
        if (work.isBlank()) {
            throw new IllegalArgumentException("Work for all operators needs a name");
        }
        return new Scope(null, null, work);
    }
}
