package io.namesake.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which scope an API client's token must have to call this operation, which names a {@link ClientPrincipal}. Under {@code /v1} the
 * policy ({@link AccessRules}) decides, and a test holds the two against each other; elsewhere this annotation does. The
 * operator's own clients ({@link ClientKind#OPERATOR}) also call operations of the policy that name an {@link OperatorPrincipal},
 * and then stand for their operator.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {

    /** Names as in RFC 6749, clause 3.3, such as {@code sim-swap:check}; any one of them is enough. */
    String[] value();
}
