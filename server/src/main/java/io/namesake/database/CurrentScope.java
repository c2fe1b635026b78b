package io.namesake.database;

import java.util.function.Supplier;

/**
 * The {@link Scope} of the work that a thread does now. A request is given it once its caller is known, a worker when it begins;
 * whoever needs another for a step says so around that step, inside a transaction, too.
 */
public final class CurrentScope {
    // Not a ScopedValue: an interceptor learns who calls in the middle of a request, and has nothing to wrap.
    private static final ThreadLocal<Scope> CURRENT = ThreadLocal.withInitial(() -> Scope.NOTHING);

    private CurrentScope() {}

    /** What statements of this thread see. */
    public static Scope get() {
        return CURRENT.get();
    }

    /** From now on, until {@link #clear}. */
    public static void set(Scope scope) {
        CURRENT.set(scope);
    }

    /** Back to {@link Scope#NOTHING}. */
    public static void clear() {
        CURRENT.remove();
    }

    /** During one step. */
    public static <T> T call(Scope scope, Supplier<T> step) {
        var before = CURRENT.get();
        CURRENT.set(scope);
        try {
            return step.get();
        } finally {
            CURRENT.set(before);
        }
    }

    /** During one step that gives nothing back. */
    public static void run(Scope scope, Runnable step) {
        call(scope, () -> {
            step.run();
            return true;
        });
    }
}
