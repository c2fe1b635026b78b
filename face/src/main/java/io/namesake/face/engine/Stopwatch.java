package io.namesake.face.engine;

/** Adds up the time of each stage of one call. For one thread. */
public final class Stopwatch {
    private final long started = System.nanoTime();
    private final long[] nanos = new long[Stage.values().length];
    private long lap = started;

    /** The time since the last lap (or the start) was spent on this stage. */
    public void lap(Stage stage) {
        long now = System.nanoTime();
        nanos[stage.ordinal()] += now - lap;
        lap = now;
    }

    /** Nanoseconds spent on a stage so far. */
    public long nanos(Stage stage) {
        return nanos[stage.ordinal()];
    }

    /** Nanoseconds since the start. */
    public long total() {
        return System.nanoTime() - started;
    }
}
