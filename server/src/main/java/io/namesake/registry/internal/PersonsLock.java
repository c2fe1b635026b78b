package io.namesake.registry.internal;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever makes or indexes many persons at once holds this lock until the transaction ends: imports, and the index that is made anew. */
public final class PersonsLock {
    /** Any number that nobody else locks. */
    private static final int NUMBER = 360;

    private PersonsLock() {}

    /** Waits for it. */
    public static void hold(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", NUMBER).query(row -> {});
    }
}
