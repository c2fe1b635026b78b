package io.namesake.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A step that has to see every operator's rows, whoever's request it belongs to, and why. It runs in
 * {@link Scope#ofSystem}, inside the caller's transaction, and the caller's own scope is back after it.
 *
 * <p>Holds for calls from other beans. A reader finds every door through the tenants' walls by looking for this name.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AcrossOperators {

    /** Why the caller's own rows are not enough. */
    String because();
}
