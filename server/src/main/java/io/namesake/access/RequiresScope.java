package io.namesake.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which scope an API client's token must have to call this operation. A client calls an operation that names a
 * {@link ClientPrincipal}; one of kind {@link ClientKind#OPERATOR} also calls those that name an {@link OperatorPrincipal}, and
 * then stands for its operator. Without this annotation no client gets in.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {

    /** Names as in RFC 6749, clause 3.3, such as {@code sim-swap:check}; any one of them is enough. */
    String[] value();
}
